package kelvin.onnx;

/// What one run adds to the context.
///
/// @param ids the new tokens
/// @param past how many positions are cached before it
/// @param rows for how many of the last positions logits are wanted
@SuppressWarnings("ArrayRecordComponent") // lives for one run and is never compared
record RunSpan(int[] ids, int past, int rows) {

  int count() {
    return ids.length;
  }

  int total() {
    return past + ids.length;
  }
}
