package kelvin.ui.plot;

import java.util.function.IntToDoubleFunction;

/// Probabilities before and after a stage, sampled along the ranks on a log axis; immutable.
public final class StageCurve {

  /// The number of samples.
  public static final int POINTS = 96;

  /// Stands where no probabilities are known.
  public static final StageCurve EMPTY = new StageCurve(new double[POINTS], new double[POINTS], 0);

  private final double[] seen;
  private final double[] left;
  private final double max;

  private StageCurve(double[] seen, double[] left, double max) {
    this.seen = seen;
    this.left = left;
    this.max = max;
  }

  /// @param first the first rank that the stage saw, 1-based
  /// @param last the last rank that it saw
  /// @param seen returns the probability at a rank before the stage
  /// @param left returns the probability of the same token after it; 0 where it was removed
  public static StageCurve of(
      int first, int last, IntToDoubleFunction seen, IntToDoubleFunction left) {
    var before = new double[POINTS];
    var after = new double[POINTS];
    double max = 0;
    for (int i = 0; i < POINTS; i++) {
      // Log axis: the first ranks, which hold most of the mass, get most of the room.
      double place = Math.pow(last - first + 1.0, i / (POINTS - 1.0));
      int rank = Math.min(last, first + (int) Math.round(place) - 1);
      before[i] = seen.applyAsDouble(rank);
      after[i] = left.applyAsDouble(rank);
      max = Math.max(max, Math.max(before[i], after[i]));
    }
    return new StageCurve(before, after, max);
  }

  /// The height of a sample before the stage, 0..1. It is a square root, so that the tail is
  /// visible.
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
    return max == 0 ? 0 : Math.sqrt(probability / max);
  }
}
