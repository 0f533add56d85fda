package kelvin.experiment.adapt;

/// Hears about a comparison, on the thread that runs it.
@FunctionalInterface
public interface AdaptListener {

  /// Another kind of points begins, or a point was measured or refused.
  void told(AdaptProgress progress);
}
