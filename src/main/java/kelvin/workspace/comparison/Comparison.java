package kelvin.workspace.comparison;

/// The two sides of the page Compare.
public record Comparison(ComparedSide a, ComparedSide b) {

  /// The playground, and nothing to compare it with yet.
  public static final Comparison NONE = new Comparison(ComparedSide.FOLLOWING, ComparedSide.of(""));
}
