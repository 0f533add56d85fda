package kelvin.experiment.evaluation;

/// The progress of an evaluation.
///
/// @param done the number of measured items
/// @param total the number of items to measure, as far as it is known
/// @param seconds the time spent so far, without pauses
public record EvaluationProgress(int done, int total, double seconds) {

  /// From 0 to 1.
  public double share() {
    return total == 0 ? 1 : (double) done / total;
  }

  /// The estimated remaining time; NaN before the first item.
  public double secondsLeft() {
    return done == 0 ? Double.NaN : seconds * (total - done) / done;
  }
}
