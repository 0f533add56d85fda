package kelvin.experiment.adapt;

/// Hears about a comparison, on the thread that runs it.
@FunctionalInterface
public interface AdaptListener {

  /// @param words for the kind of points that are measured now
  /// @param done the number of those that are done
  /// @param total the number of all of them
  /// @param seconds since the first of them began
  void told(String words, int done, int total, double seconds);
}
