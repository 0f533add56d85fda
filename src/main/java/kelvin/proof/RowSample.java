package kelvin.proof;

/// Some logits of a row, evenly spread over the vocabulary. They tell whether two rows are equal
/// in a small part of the memory: a fault of the hidden state changes nearly all logits.
@SuppressWarnings("ArrayRecordComponent") // a sample is compared by difference only
record RowSample(float[] logits) {

  private static final int MAX_LOGITS = 512;

  static RowSample of(float[] row) {
    int count = Math.min(row.length, MAX_LOGITS);
    var logits = new float[count];
    for (int i = 0; i < count; i++) {
      logits[i] = row[(int) ((long) i * row.length / count)];
    }
    return new RowSample(logits);
  }

  /// The largest |Δlogit|.
  double difference(RowSample other) {
    return LogitsSpread.difference(logits, other.logits);
  }

  /// The root mean square of Δlogit, as a share of the standard deviation of this row.
  double share(RowSample other) {
    return LogitsSpread.rootMeanSquare(logits, other.logits)
        / Math.max(Float.MIN_NORMAL, allowance(1));
  }

  /// The difference that counts as equal.
  double allowance(double share) {
    return LogitsSpread.allowance(logits, share);
  }

  boolean isValid() {
    return LogitsSpread.isValid(logits);
  }
}
