package kelvin.workspace.paths;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Knows which nodes follow each node of a tree. It looks at each node once.
final class TreeIndex {

  private final IdentityHashMap<PathNode, List<PathNode>> after = new IdentityHashMap<>();

  /// @param root the place before the first token
  TreeIndex(PathNode root, List<PathBranch> branches) {
    after.put(root, new ArrayList<>());
    for (var branch : branches) {
      add(branch.end());
    }
  }

  /// Adds the nodes of a path that are not here yet.
  private void add(PathNode end) {
    var missing = new ArrayDeque<PathNode>();
    for (var at = end; !after.containsKey(at); at = at.parent().orElseThrow()) {
      missing.push(at);
    }
    for (var node : missing) {
      after.put(node, new ArrayList<>());
      Objects.requireNonNull(after.get(node.parent().orElseThrow())).add(node);
    }
  }

  boolean has(PathNode node) {
    return after.containsKey(node);
  }

  /// The nodes after a node of the tree, in the order of the branches.
  List<PathNode> after(PathNode node) {
    return List.copyOf(after.getOrDefault(node, List.of()));
  }

  Optional<PathNode> after(PathNode node, int id) {
    return after.getOrDefault(node, List.of()).stream().filter(each -> each.id() == id).findFirst();
  }

  /// The number of tokens of the tree.
  int size() {
    return after.size() - 1;
  }
}
