package kelvin.ui.playground;

import java.util.List;
import java.util.Optional;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.path.PathsViewModel;
import kelvin.ui.path.PathsViewModel.Place;
import kelvin.ui.path.PlaygroundPath;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.PathTree;
import kelvin.workspace.token.GeneratedToken;

/// Keeps every token that is drawn or taken in the tree of its prompt, so that going back and
/// taking another one loses nothing.
final class PathRecorder {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final PlaygroundPath playground;
  private final CurrentWork work;
  private final PathsViewModel paths;

  /// The node of the last token that was followed.
  private PathNode last = PathNode.root();

  PathRecorder(
      PromptViewModel prompt,
      GenerationViewModel generation,
      PlaygroundPath playground,
      CurrentWork work,
      PathsViewModel paths) {
    this.prompt = prompt;
    this.generation = generation;
    this.playground = playground;
    this.work = work;
    this.paths = paths;
    generation.steps().subscribe(this::follow);
    paths.pathsProperty().subscribe((_, _) -> follow());
    prompt.textProperty().subscribe((_, _) -> textChanged());
  }

  /// Tokens after an older text go away in a moment, and are none of the new text's.
  private void textChanged() {
    if (generation.steps().isEmpty()) {
      follow();
    }
  }

  private void follow() {
    var steps = generation.steps();
    var text = prompt.textProperty().get();
    var known = paths.pathsProperty().get().find(text, work.model());
    if (steps.isEmpty()) {
      last = known.map(PathTree::root).orElseGet(PathNode::root);
      paths.currentProperty().set(known.map(tree -> new Place(text, work.model(), tree.root())));
      return;
    }
    var tokens = work.continuation().tokens();
    var tree = known.orElseGet(() -> PathTree.of(text, work.model()));
    var from = begin(tree, tokens);
    boolean isNew = generation.isAppending() && from.depth() == tokens.size() - 1;
    var grown =
        paths
            .pathsProperty()
            .get()
            .grow(
                tree, from, tokens, isNew ? Optional.of(playground.settings()) : Optional.empty());
    last = grown.end();
    paths.pathsProperty().set(grown.paths());
    paths.currentProperty().set(Optional.of(new Place(text, work.model(), grown.end())));
  }

  /// The last node or one before it, if it is on the way to the tokens; else the root.
  private PathNode begin(PathTree tree, List<GeneratedToken> tokens) {
    var at = last;
    while (at.depth() > tokens.size()) {
      at = at.parent().orElseThrow();
    }
    return tree.has(at) && at.hasTokens(tokens.subList(0, at.depth())) ? at : tree.root();
  }
}
