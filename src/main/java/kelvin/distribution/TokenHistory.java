package kelvin.distribution;

import java.util.Arrays;

/// The token ids before the one to draw: first the prompt, then the drawn tokens. Immutable.
public final class TokenHistory {

  public static final TokenHistory EMPTY = new TokenHistory(new int[0], 0);

  private final int[] ids;
  private final int promptLength;

  private TokenHistory(int[] ids, int promptLength) {
    this.ids = ids;
    this.promptLength = promptLength;
  }

  /// @param ids copied
  /// @param promptLength how many of them belong to the prompt
  public static TokenHistory of(int[] ids, int promptLength) {
    if (promptLength < 0 || promptLength > ids.length) {
      throw new IllegalArgumentException(
          "the prompt has " + promptLength + " of " + ids.length + " tokens");
    }
    return new TokenHistory(ids.clone(), promptLength);
  }

  public int length() {
    return ids.length;
  }

  public int promptLength() {
    return promptLength;
  }

  /// @param position 0-based
  public int at(int position) {
    return ids[position];
  }

  /// The ids from a position on.
  int[] from(int position) {
    return Arrays.copyOfRange(ids, Math.clamp(position, 0, ids.length), ids.length);
  }

  /// Returns whether the text ends with all tokens of `sequence` except its last one.
  boolean endsBefore(int[] sequence) {
    int head = sequence.length - 1;
    return head <= ids.length
        && Arrays.equals(ids, ids.length - head, ids.length, sequence, 0, head);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenHistory that
        && promptLength == that.promptLength
        && Arrays.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ids) + promptLength;
  }
}
