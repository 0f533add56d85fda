package kelvin.inference.run;

/// Plans how a prompt is split into runs, based on the abilities that the probes showed.
///
/// @param caches whether runs continue from cached positions
/// @param continues whether several tokens may follow cached ones in one run
/// @param oneToken whether each run takes one token, with or without cached ones
/// @param lastRowOnly whether a run returns logits only for its last token
/// @param limitsRows whether a run can return fewer rows on request
/// @param maxTokens the maximum number of tokens in a run that returns all rows
/// @param maxUnread the maximum number of tokens in a run that returns fewer, at least `maxTokens`
public record RunPlan(
    boolean caches,
    boolean continues,
    boolean oneToken,
    boolean lastRowOnly,
    boolean limitsRows,
    int maxTokens,
    int maxUnread) {

  /// The plan for a graph that keeps nothing between runs.
  public RunPlan withoutCache() {
    return new RunPlan(false, false, oneToken, lastRowOnly, limitsRows, maxTokens, maxUnread);
  }

  /// The end of the next run, exclusive.
  ///
  /// @param from the number of cached positions
  /// @param next the first position whose row is still needed
  /// @param length the length of the prompt
  public int end(int from, int next, int length) {
    int wanted = lastRowOnly ? next + 1 : length;
    if (!caches) {
      // without a cache the whole context is one run
      return wanted;
    }
    boolean several = !oneToken && (continues || from == 0);
    return Math.min(wanted, from + (several ? tokens(next - from) : 1));
  }

  /// The number of tokens in a run of several.
  ///
  /// @param unread the number of its first tokens whose rows are not needed
  private int tokens(int unread) {
    return limitsRows && unread > 0
        ? Math.clamp((long) unread + maxTokens, maxTokens, maxUnread)
        : maxTokens;
  }

  /// The number of rows that a run returns; they belong to its last tokens.
  public int rows(int from, int next, int end) {
    if (lastRowOnly) {
      return 1;
    }
    return limitsRows ? Math.clamp(end - next, 1, end - from) : end - from;
  }
}
