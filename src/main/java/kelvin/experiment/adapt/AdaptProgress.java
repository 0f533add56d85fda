package kelvin.experiment.adapt;

/// The progress of a comparison. Points of one kind take about the same time, those of another kind
/// another time; so what is left is said for the present kind.
///
/// @param kind words for the points that are measured now
/// @param done the number of those that are done
/// @param total the number of all of them
/// @param seconds since the first of them began
/// @param soFar everything that was measured until now
public record AdaptProgress(String kind, int done, int total, double seconds, Adaptation soFar) {

  /// An estimate of the time that the other points of this kind take; NaN before the first is done.
  public double secondsLeft() {
    return done == 0 ? Double.NaN : seconds / done * (total - done);
  }

  /// The share of all points, of any kind, that are done, from 0 to 1. One that was refused is
  /// done.
  public double share() {
    return (double) soFar.done() / Math.max(1, soFar.facts().planned());
  }
}
