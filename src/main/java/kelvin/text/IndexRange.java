package kelvin.text;

/// A half-open range of indexes, such as positions or steps: `[from, to)`.
///
/// @param from the first index, 0-based
/// @param to the index after the last; equal to `from` for an empty range
public record IndexRange(int from, int to) {

  public static final IndexRange NONE = new IndexRange(0, 0);

  public IndexRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("not a range: [" + from + ", " + to + ")");
    }
  }

  public int count() {
    return to - from;
  }

  public boolean isEmpty() {
    return from == to;
  }

  public boolean contains(int index) {
    return index >= from && index < to;
  }
}
