package kelvin.workspace.paths;

/// A path of a tree: its last token, and how the user calls it.
///
/// @param name for people
/// @param colour the number of its colour, 0-based; colours begin again after the last one
/// @param end the last token
public record PathBranch(String name, int colour, PathNode end) {

  private static final String PREFIX = "path ";

  public PathBranch {
    if (end.isRoot()) {
      throw new IllegalArgumentException("a path has no token");
    }
    if (colour < 0) {
      throw new IllegalArgumentException("a path has the colour " + colour);
    }
  }

  /// A path that nobody has named.
  ///
  /// @param number from 1
  static PathBranch numbered(int number, PathNode end) {
    return new PathBranch(nameOf(number), number - 1, end);
  }

  /// The name of a path that nobody has named.
  ///
  /// @param number from 1
  static String nameOf(int number) {
    return PREFIX + number;
  }

  /// True if the name and the colour are those that a path has at first.
  public boolean isNumbered() {
    return name.equals(nameOf(colour + 1));
  }

  /// The same path with another end.
  PathBranch to(PathNode node) {
    return new PathBranch(name, colour, node);
  }

  boolean isSameAs(PathBranch other) {
    return name.equals(other.name) && colour == other.colour && end.isSameAs(other.end);
  }
}
