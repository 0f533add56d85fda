package kelvin.experiment.calibration;

/// A strictly convex loss that is twice differentiable.
public interface ConvexLoss {

  /// The point at which the search for the minimum begins.
  double[] start();

  /// The loss near a point.
  Shape at(double[] point);

  /// The loss near a point.
  interface Shape {

    double value();

    /// The first derivatives. Not a copy.
    double[] gradient();

    /// The curvature's inverse times the gradient, or a vector near it along which the loss falls:
    /// Newton's step is against it.
    double[] direction();
  }
}
