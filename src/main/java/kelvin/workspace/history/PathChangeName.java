package kelvin.workspace.history;

import java.util.List;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.Paths;

/// Names a change of the kept paths.
final class PathChangeName {

  static final String PRUNING = "pruning";
  static final String NAMING = "name of a path";
  static final String COLOUR = "colour of a path";
  static final String NEW = "new path";

  private PathChangeName() {}

  static String of(Paths before, Paths after) {
    var was = branches(before);
    var is = branches(after);
    if (!names(was).equals(names(is)) && was.size() == is.size()) {
      return NAMING;
    }
    if (!ends(was).equals(ends(is))) {
      return is.size() > was.size() ? NEW : PRUNING;
    }
    return COLOUR;
  }

  private static List<PathBranch> branches(Paths paths) {
    return paths.trees().stream().flatMap(tree -> tree.branches().stream()).toList();
  }

  private static List<String> names(List<PathBranch> branches) {
    return branches.stream().map(PathBranch::name).toList();
  }

  private static List<Object> ends(List<PathBranch> branches) {
    return branches.stream().<Object>map(PathBranch::end).toList();
  }
}
