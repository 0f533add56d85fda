package kelvin.inference.run;

/// Bounds the tokens of one run by the bytes of their logits.
public final class ChunkSize {

  /// A run can be stopped only between two operators, and the largest operator computes the
  /// logits. Larger runs save up to a sixth of a prompt's time, but take longer to stop.
  public static final long MAX_BYTES = 8L << 20;

  /// The maximum number of tokens in a run whose logits are not all computed: more are hardly
  /// faster for each token.
  private static final int MAX_UNREAD = 128;

  private static final int MIN_ROWS = 16;
  private static final int MAX_ROWS = 512;

  private ChunkSize() {}

  /// The maximum number of rows to request in one run: 8 MB of logits.
  ///
  /// @param bytesOfRow the size of one row of logits as the graph returns it
  public static int rows(long bytesOfRow) {
    return Math.clamp(MAX_BYTES / bytesOfRow, MIN_ROWS, MAX_ROWS);
  }

  /// The maximum number of tokens in a run that returns fewer rows than tokens.
  ///
  /// @param maxTokens the maximum number in a run that returns all rows
  public static int unread(int maxTokens) {
    return Math.max(maxTokens, MAX_UNREAD);
  }
}
