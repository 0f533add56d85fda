package kelvin.inference.record;

/// The positions of a context at which a model has rows of logits, 0-based: `[from, to)`.
public record RowRange(int from, int to) {

  /// @throws IllegalArgumentException if the range ends before it begins
  public RowRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no range of rows: [" + from + ", " + to + ")");
    }
  }

  /// All positions of a context.
  public static RowRange all(int length) {
    return new RowRange(0, length);
  }

  public boolean contains(int position) {
    return position >= from && position < to;
  }
}
