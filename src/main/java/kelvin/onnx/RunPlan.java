package kelvin.onnx;

/// How a prompt is cut into runs, by what the probes showed that the graph can do.
///
/// @param caches whether runs build upon cached positions
/// @param continues whether several tokens may follow cached ones
/// @param oneToken whether each run takes one token, cached ones or not
/// @param lastRowOnly whether a run gives logits for its last token only
/// @param limitsRows whether a run can be asked for fewer rows
/// @param mostTokens how many tokens a run should take at most
record RunPlan(
    boolean caches,
    boolean continues,
    boolean oneToken,
    boolean lastRowOnly,
    boolean limitsRows,
    int mostTokens) {

  /// Where the next run ends, exclusive.
  ///
  /// @param from what is cached
  /// @param next the first position whose row is still wanted
  /// @param length of the prompt
  int end(int from, int next, int length) {
    int wanted = lastRowOnly ? next + 1 : length;
    if (!caches) {
      // without a cache the whole context is one run
      return wanted;
    }
    boolean several = !oneToken && (continues || from == 0);
    return Math.min(wanted, from + (several ? mostTokens : 1));
  }

  /// How many rows a run gives, the last of its tokens.
  int rows(int from, int next, int end) {
    if (lastRowOnly) {
      return 1;
    }
    return limitsRows ? Math.clamp(end - next, 1, end - from) : end - from;
  }
}
