package kelvin.experiment.calibration;

import java.util.Optional;
import java.util.function.Consumer;

/// Newton's method for a strictly convex loss, with shortened steps (S. Boyd and L. Vandenberghe,
/// “Convex Optimization”, 2004, section 9.5).
public final class Newton {

  /// Far below what certifies an optimum, so that rounding cannot undo it.
  private static final double ENOUGH = 1e-12;

  private static final int MAX_STEPS = 500;

  /// A step is halved until the loss falls by this share of what the gradient promises.
  private static final double PROMISED = 1e-4;

  private static final double SHORTEST = 0x1p-40;

  private Newton() {}

  /// The point with the smallest loss.
  public static double[] minimum(ConvexLoss loss) {
    return minimum(loss, _ -> {});
  }

  /// The point with the smallest loss.
  ///
  /// @param onPoint gets the start and each better point. It may throw to end the search
  public static double[] minimum(ConvexLoss loss, Consumer<double[]> onPoint) {
    var point = loss.start();
    for (int step = 0; step < MAX_STEPS; step++) {
      onPoint.accept(point);
      var shape = loss.at(point);
      if (length(shape.gradient()) < ENOUGH) {
        return point;
      }
      var next = next(loss, point, shape);
      if (next.isEmpty()) {
        return point;
      }
      point = next.get();
    }
    return point;
  }

  /// A better point; none where rounding leaves nothing to gain.
  private static Optional<double[]> next(ConvexLoss loss, double[] point, ConvexLoss.Shape shape) {
    var direction = shape.direction();
    double slope = 0;
    for (int i = 0; i < point.length; i++) {
      slope += direction[i] * shape.gradient()[i];
    }
    for (double length = 1; length > SHORTEST; length /= 2) {
      var next = point.clone();
      for (int i = 0; i < point.length; i++) {
        next[i] -= length * direction[i];
      }
      var there = loss.at(next);
      // Near the optimum the loss itself no longer changes in floating point; the gradient does.
      boolean falls = there.value() < shape.value() - PROMISED * length * slope;
      boolean flattens = length(there.gradient()) < length(shape.gradient()) / 2;
      if (falls || flattens) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /// The Euclidean length.
  public static double length(double[] vector) {
    double sum = 0;
    for (double part : vector) {
      sum += part * part;
    }
    return StrictMath.sqrt(sum);
  }
}
