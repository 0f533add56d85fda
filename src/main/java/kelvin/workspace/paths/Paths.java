package kelvin.workspace.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import kelvin.workspace.token.ModelReference;

/// The trees of all prompts, the one that grew last at the end. Immutable.
public record Paths(List<PathTree> trees) {

  /// No paths.
  public static final Paths NONE = new Paths(List.of());

  /// The most tokens of all trees. Sessions with more would take long to save, and could become too
  /// large to open.
  public static final int MAX_TOKENS = 40_000;

  public Paths {
    trees = List.copyOf(trees);
  }

  /// The tree of a prompt with a model's tokens.
  public Optional<PathTree> find(String prompt, Optional<ModelReference> model) {
    return trees.stream().filter(tree -> tree.isOf(prompt, model)).findFirst();
  }

  /// The paths with another tree for the same prompt. A tree without paths is left out.
  public Paths with(PathTree tree) {
    var all = new ArrayList<>(trees);
    all.removeIf(each -> each.isOf(tree.prompt(), tree.model()));
    if (!tree.branches().isEmpty()) {
      all.add(tree);
    }
    return new Paths(all);
  }

  /// The same tree at the same place with other paths.
  public Paths changing(PathTree before, PathTree after) {
    var all = new ArrayList<>(trees);
    all.replaceAll(each -> each == before ? after : each);
    all.removeIf(each -> each.branches().isEmpty());
    return new Paths(all);
  }

  /// The result of growing.
  ///
  /// @param tree the tree of the prompt
  /// @param end the node of the last token
  public record Grown(Paths paths, PathTree tree, PathNode end) {}

  /// The paths with one that has these tokens. Tokens that are there stay as they are; those that
  /// are not follow them. When there are too many tokens, the trees that grew least lately go.
  ///
  /// @param from a node of the same prompt's tree whose tokens are the first ones, so that these
  ///     are not looked up again; the root otherwise
  /// @param made the settings of a new token; empty if they are not known
  public Grown grow(
      PathTree tree, PathNode from, List<GeneratedToken> tokens, Optional<StepSettings> made) {
    var at = from;
    boolean isNew = false;
    for (var token : tokens.subList(from.depth(), tokens.size())) {
      var known = isNew ? Optional.<PathNode>empty() : tree.after(at, token.draw().id());
      isNew |= known.isEmpty();
      var before = at;
      at = known.orElseGet(() -> before.then(token, made));
    }
    if (!isNew) {
      return new Grown(this, tree, at);
    }
    int count = tree.branches().size();
    var grown = tree.with(at);
    var all = with(grown);
    return new Grown(grown.branches().size() > count ? all.limited() : all, grown, at);
  }

  private Paths limited() {
    var all = new ArrayList<>(trees);
    int size = trees.stream().mapToInt(PathTree::size).sum();
    while (size > MAX_TOKENS && all.size() > 1) {
      size -= all.removeFirst().size();
    }
    return all.size() == trees.size() ? this : new Paths(all);
  }

  /// True if both hold the same paths. A path that is the continuation itself, and that nobody
  /// named, says nothing new: it is made where it is missing.
  ///
  /// @param mine the continuation that belongs to these paths
  /// @param theirs that of the others
  public boolean isSameAs(Continuation mine, Paths other, Continuation theirs) {
    if (equals(other)) {
      return true;
    }
    var ours = without(mine);
    var others = other.without(theirs);
    return ours.size() == others.size()
        && IntStream.range(0, ours.size()).allMatch(i -> ours.get(i).isSameAs(others.get(i)));
  }

  private List<PathTree> without(Continuation continuation) {
    return trees.stream()
        .map(tree -> tree.withoutPlain(continuation.tokens()))
        .filter(tree -> !tree.branches().isEmpty())
        .toList();
  }
}
