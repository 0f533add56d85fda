package kelvin.ui.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.path.PathStart;
import kelvin.engine.replay.ReplayWork.Drawn;
import kelvin.text.Vocabulary;
import kelvin.ui.path.tool.GrowingPath;
import kelvin.ui.path.tool.PathPlace;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.PathTree;
import kelvin.workspace.paths.StepSettings;
import kelvin.workspace.token.GeneratedToken;
import kelvin.workspace.token.ModelReference;

/// The tree that is shown, for the tools. Without a tree it is the prompt of the playground.
final class ShownPlace implements PathPlace {

  private final PathsViewModel paths;
  private final PlaygroundPath playground;

  ShownPlace(PathsViewModel paths, PlaygroundPath playground) {
    this.paths = paths;
    this.playground = playground;
  }

  @Override
  public boolean isOpen() {
    return paths.model().isPresent();
  }

  @Override
  public String whyNoModel() {
    return !isOpen()
        ? "No model is open."
        : paths.isRecordOpen()
            ? "A record is open, and no model runs. Open a model with the button at the top."
            : "";
  }

  @Override
  public String whyNot() {
    if (!whyNoModel().isEmpty()) {
      return whyNoModel();
    }
    var open = paths.model().orElseThrow();
    var of = tree().model();
    return of.filter(model -> model.sharesVocabulary(open)).isPresent()
        ? ""
        : "These paths were made with "
            + of.map(ModelReference::name).orElse("an unknown model")
            + ", whose tokens the open model does not have. Open that model to go on from them.";
  }

  @Override
  public Optional<ModelReference> model() {
    return tree().model();
  }

  private PathTree tree() {
    return paths
        .treeProperty()
        .get()
        .orElseGet(() -> PathTree.of(playground.prompt(), paths.model()));
  }

  @Override
  public PathStart prompt() {
    return new PathStart(tree().prompt(), playground.startToken(), List.of());
  }

  @Override
  public PathNode node() {
    return paths.lookedProperty().get().orElseGet(PathNode::root);
  }

  @Override
  public Optional<PathBranch> branch() {
    return paths.branch();
  }

  @Override
  public List<PathBranch> branches() {
    return tree().branches();
  }

  @Override
  public StepSettings settings() {
    return playground.settings();
  }

  @Override
  public Vocabulary vocabulary() {
    return paths.vocabulary();
  }

  @Override
  public void look(PathNode node) {
    paths.lookIfShown(node);
  }

  @Override
  public GrowingPath grow(StepSettings settings) {
    return new Growing(tree().prompt(), settings);
  }

  /// Adds tokens to the tree of a prompt, whichever one is shown then.
  private final class Growing implements GrowingPath {

    private final String prompt;
    private final StepSettings settings;
    private final List<GeneratedToken> tokens = new ArrayList<>();
    private Optional<PathNode> last = Optional.empty();

    Growing(String prompt, StepSettings settings) {
      this.prompt = prompt;
      this.settings = settings;
    }

    @Override
    public PathNode add(Drawn drawn) {
      tokens.add(token(drawn));
      var all = paths.pathsProperty().get();
      var tree =
          all.find(prompt, paths.model()).orElseGet(() -> PathTree.of(prompt, paths.model()));
      // The user may have removed what was drawn before.
      var from = last.filter(tree::has).orElseGet(tree::root);
      var grown = all.grow(tree, from, tokens, Optional.of(settings));
      last = Optional.of(grown.end());
      paths.pathsProperty().set(grown.paths());
      return grown.end();
    }

    private GeneratedToken token(Drawn drawn) {
      return new GeneratedToken(
          drawn.step(),
          paths.vocabulary().visibleText(drawn.step().id()),
          drawn.position(),
          drawn.own(),
          drawn.kept() && Double.isNaN(drawn.step().u()));
    }
  }
}
