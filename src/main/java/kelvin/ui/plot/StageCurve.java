package kelvin.ui.plot;

import java.util.function.IntToDoubleFunction;

/// What a stage saw and what it left, sampled along the ranks on a log axis; immutable.
public final class StageCurve {

  /// How many samples there are.
  public static final int POINTS = 96;

  private final double[] seen;
  private final double[] left;
  private final double greatest;

  private StageCurve(double[] seen, double[] left, double greatest) {
    this.seen = seen;
    this.left = left;
    this.greatest = greatest;
  }

  /// @param first the first rank that the stage saw, 1-based
  /// @param last the last one
  /// @param seen probability of a rank before the stage
  /// @param left the same token's probability after it; 0 where it was removed
  public static StageCurve of(
      int first, int last, IntToDoubleFunction seen, IntToDoubleFunction left) {
    var before = new double[POINTS];
    var after = new double[POINTS];
    double greatest = 0;
    for (int i = 0; i < POINTS; i++) {
      // Log axis: the first ranks, where the mass is, get the room.
      double place = Math.pow(last - first + 1.0, i / (POINTS - 1.0));
      int rank = Math.min(last, first + (int) Math.round(place) - 1);
      before[i] = seen.applyAsDouble(rank);
      after[i] = left.applyAsDouble(rank);
      greatest = Math.max(greatest, Math.max(before[i], after[i]));
    }
    return new StageCurve(before, after, greatest);
  }

  /// The height of a sample before the stage, 0..1; a square root, so that the tail shows.
  double seen(int point) {
    return height(seen[point]);
  }

  double left(int point) {
    return height(left[point]);
  }

  boolean isRemoved(int point) {
    return left[point] == 0 && seen[point] > 0;
  }

  private double height(double probability) {
    return greatest == 0 ? 0 : Math.sqrt(probability / greatest);
  }
}
