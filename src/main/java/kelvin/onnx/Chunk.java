package kelvin.onnx;

/// The tokens that one run adds to the context.
///
/// @param ids the new tokens
/// @param past the number of positions cached before the run
/// @param rows the number of last positions whose logits are needed
@SuppressWarnings("ArrayRecordComponent") // lives for one run and is never compared
record Chunk(int[] ids, int past, int rows) {

  int count() {
    return ids.length;
  }

  int total() {
    return past + ids.length;
  }
}
