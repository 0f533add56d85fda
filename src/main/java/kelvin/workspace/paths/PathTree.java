package kelvin.workspace.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kelvin.workspace.token.GeneratedToken;
import kelvin.workspace.token.ModelReference;
import org.jspecify.annotations.Nullable;

/// All continuations of a prompt that are kept. No path ends within another one. Immutable; two
/// trees are equal only if they are the same object.
public final class PathTree {

  private final String prompt;
  private final Optional<ModelReference> model;
  private final PathNode root;
  private final List<PathBranch> branches;

  /// Made when it is first asked for, since a token at the end of a path needs none. It is never
  /// asked for on two threads.
  private @Nullable TreeIndex index;

  /// @param prompt the text that the model got
  /// @param model the model that the ids belong to
  /// @param root the place after the prompt, from which all paths begin
  public PathTree(
      String prompt, Optional<ModelReference> model, PathNode root, List<PathBranch> branches) {
    this.prompt = prompt;
    this.model = model;
    this.root = root;
    this.branches = List.copyOf(branches);
  }

  /// A tree without paths.
  public static PathTree of(String prompt, Optional<ModelReference> model) {
    return new PathTree(prompt, model, PathNode.root(), List.of());
  }

  public String prompt() {
    return prompt;
  }

  public Optional<ModelReference> model() {
    return model;
  }

  public PathNode root() {
    return root;
  }

  /// The paths, in the order in which they began.
  public List<PathBranch> branches() {
    return branches;
  }

  private TreeIndex index() {
    var known = index;
    if (known == null) {
      known = new TreeIndex(root, branches);
      index = known;
    }
    return known;
  }

  /// The nodes after a node, in the order of the branches.
  public List<PathNode> after(PathNode node) {
    return index().after(node);
  }

  /// True if a path of the tree goes through a node.
  public boolean has(PathNode node) {
    return node == root || isNearEnd(node) || index().has(node);
  }

  /// The number of tokens of all paths, those that paths share counted once.
  public int size() {
    return index().size();
  }

  /// The node of a token after another one, if a path of the tree goes there.
  Optional<PathNode> after(PathNode node, int id) {
    // A path has nothing after its end, and most tokens are drawn there.
    return isEnd(node) ? Optional.empty() : index().after(node, id);
  }

  /// True for the last two nodes of a path, which a path that grows is asked about at each token.
  private boolean isNearEnd(PathNode node) {
    return branches.stream()
        .anyMatch(
            branch ->
                branch.end() == node
                    || branch.end().parent().filter(before -> before == node).isPresent());
  }

  private boolean isEnd(PathNode node) {
    return branches.stream().anyMatch(branch -> branch.end() == node);
  }

  /// The node that these tokens lead to, if a path of the tree goes there.
  public Optional<PathNode> find(List<GeneratedToken> tokens) {
    var at = Optional.of(root);
    for (var token : tokens) {
      at = at.flatMap(node -> after(node, token.draw().id()));
    }
    return at;
  }

  /// The first path that goes through a node.
  public Optional<PathBranch> through(PathNode node) {
    return branches.stream().filter(branch -> isOn(node, branch)).findFirst();
  }

  private static boolean isOn(PathNode node, PathBranch branch) {
    var at = branch.end();
    while (at.depth() > node.depth()) {
      at = at.parent().orElseThrow();
    }
    return at == node;
  }

  // Changes

  /// The tree with a path to a node. The path that ended on the way there goes on to it; if there
  /// is none, a new one begins.
  ///
  /// @param end a new node after one of the tree
  PathTree with(PathNode end) {
    for (var at = end; !at.isRoot(); at = at.parent().orElseThrow()) {
      int onTheWay = endingAt(at);
      if (onTheWay >= 0) {
        return replacing(onTheWay, branches.get(onTheWay).to(end));
      }
    }
    var all = new ArrayList<>(branches);
    all.add(PathBranch.numbered(nextNumber(), end));
    return withBranches(all);
  }

  private int endingAt(PathNode node) {
    return IntStream.range(0, branches.size())
        .filter(i -> branches.get(i).end() == node)
        .findFirst()
        .orElse(-1);
  }

  /// A number that no path has yet.
  private int nextNumber() {
    int number = branches.size() + 1;
    while (hasName(PathBranch.nameOf(number))) {
      number++;
    }
    return number;
  }

  private boolean hasName(String name) {
    return branches.stream().anyMatch(branch -> branch.name().equals(name));
  }

  /// The tree with another name or colour of a path.
  public PathTree changing(PathBranch branch, UnaryOperator<PathBranch> change) {
    int at = branches.indexOf(branch);
    return at < 0 ? this : replacing(at, change.apply(branch));
  }

  private PathTree replacing(int at, PathBranch branch) {
    var all = new ArrayList<>(branches);
    all.set(at, branch);
    return withBranches(all);
  }

  /// The tree without a token and all that follow it. A path that would end within another one, or
  /// without a token, goes with them.
  public PathTree without(PathNode node) {
    var kept = new ArrayList<PathBranch>();
    var others = branches.stream().filter(branch -> !isOn(node, branch)).toList();
    var rest = new TreeIndex(root, others);
    var before = node.parent().orElse(root);
    boolean shortens = !rest.has(before);
    for (var branch : branches) {
      if (!isOn(node, branch)) {
        kept.add(branch);
      } else if (shortens) {
        kept.add(branch.to(before));
        shortens = false;
      }
    }
    return withBranches(kept);
  }

  private PathTree withBranches(List<PathBranch> all) {
    return new PathTree(prompt, model, root, all);
  }

  /// The tree without the path that has these tokens and only what every path has at first.
  PathTree withoutPlain(List<GeneratedToken> tokens) {
    return withBranches(
        branches.stream()
            .filter(branch -> !branch.isNumbered() || !branch.end().hasTokens(tokens))
            .toList());
  }

  /// True if it belongs to the same prompt and to ids of the same meaning.
  boolean isOf(String text, Optional<ModelReference> of) {
    return prompt.equals(text)
        && model.map(ModelReference::vocabulary).equals(of.map(ModelReference::vocabulary));
  }

  /// True if both have the same prompt, model and paths, whichever objects hold them.
  boolean isSameAs(PathTree other) {
    return this == other
        || (prompt.equals(other.prompt)
            && model.equals(other.model)
            && branches.size() == other.branches.size()
            && IntStream.range(0, branches.size())
                .allMatch(i -> branches.get(i).isSameAs(other.branches.get(i))));
  }
}
