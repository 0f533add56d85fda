package kelvin.distribution;

/// One cut of the chain from the scaled distribution to what the draw uses.
///
/// A stage sees the renormalised survivors of the stage before. All stages so far keep a prefix of
/// the ranking, so survivors are a count: the first `kept` ranks.
public interface TruncationStage {

  /// The name in files, on the command line and in the window, such as `top-p`.
  String name();

  /// How many of the first `kept` ranks survive; at least 1, at most `kept`.
  ///
  /// @param scaled the distribution at the temperature, full vocabulary
  /// @param kept how many the stages before have left, at least 1
  int keep(Distribution scaled, int kept);
}
