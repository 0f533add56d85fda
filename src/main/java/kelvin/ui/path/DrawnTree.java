package kelvin.ui.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kelvin.ui.path.tool.PathWords;
import kelvin.ui.plot.tree.TreePicture;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.PathTree;

/// A tree of paths with its picture. Each token is looked at once.
final class DrawnTree {

  private final PathTree tree;
  private final List<PathNode> order = new ArrayList<>();
  private final IdentityHashMap<PathNode, Integer> places = new IdentityHashMap<>();
  private final TreePicture picture;

  DrawnTree(PathTree tree) {
    this.tree = tree;
    picture = draw();
  }

  /// A row that is not drawn yet.
  ///
  /// @param parent the number of the node before it; −1 for none
  private record Beginning(PathNode node, int parent) {}

  private TreePicture draw() {
    var ends = new IdentityHashMap<PathNode, PathBranch>();
    tree.branches().forEach(branch -> ends.put(branch.end(), branch));
    var nodes = new ArrayList<TreePicture.Node>();
    var rows = new ArrayList<TreePicture.Row>();
    var open = new ArrayDeque<Beginning>();
    open.push(new Beginning(tree.root(), -1));
    // The rows of later partings come first, so that no line crosses a row.
    while (!open.isEmpty()) {
      var beginning = open.pop();
      int first = nodes.size();
      int parent = beginning.parent();
      var at = beginning.node();
      for (var next = Optional.of(at); next.isPresent(); ) {
        at = next.get();
        places.put(at, nodes.size());
        order.add(at);
        nodes.add(node(at, parent, rows.size()));
        parent = nodes.size() - 1;
        var after = tree.after(at);
        for (int i = after.size() - 1; i > 0; i--) {
          open.push(new Beginning(after.get(i), parent));
        }
        next = after.stream().findFirst();
      }
      var branch = Objects.requireNonNull(ends.get(at), "each row ends where a path does");
      rows.add(
          new TreePicture.Row(
              first,
              nodes.size() - first,
              branch.colour(),
              branch.name() + "  " + PathWords.probability(at.logProbability())));
    }
    return new TreePicture(nodes, rows, this::words);
  }

  private TreePicture.Node node(PathNode node, int parent, int row) {
    return node.isRoot()
        ? new TreePicture.Node(parent, row, -1, PathWords.endOfPrompt(tree.prompt()), 0)
        : new TreePicture.Node(
            parent, row, node.depth() - 1, node.token().text(), probability(node));
  }

  private String words(int place) {
    var node = order.get(place);
    return PathWords.step(node)
        + (node.isRoot() ? "" : " · up to here " + PathWords.probability(node.logProbability()));
  }

  private static double probability(PathNode node) {
    double own = StrictMath.exp(node.token().own().logProbability());
    return Double.isNaN(own) ? 0 : own;
  }

  PathTree tree() {
    return tree;
  }

  /// True if this is the picture of a tree.
  @SuppressWarnings("ReferenceEquality") // Comparing thousands of tokens costs more than a picture.
  boolean isOf(PathTree other) {
    return tree == other;
  }

  TreePicture picture() {
    return picture;
  }

  /// The nodes in the order of the picture.
  List<PathNode> order() {
    return order;
  }

  PathNode node(int place) {
    return order.get(place);
  }

  /// The number of a node in the picture; −1 if it is none of the tree.
  int place(PathNode node) {
    return places.getOrDefault(node, -1);
  }
}
