package kelvin.onnx;

/// The tokens that one run adds to the context.
///
/// @param ids the new tokens
/// @param past the number of positions cached before the run
/// @param rows the number of last positions whose logits are needed
/// @param position the position of the first new token; `past` except in proofs
@SuppressWarnings("ArrayRecordComponent") // lives for one run and is never compared
record Chunk(int[] ids, int past, int rows, int position) {

  Chunk(int[] ids, int past, int rows) {
    this(ids, past, rows, past);
  }

  int count() {
    return ids.length;
  }

  int total() {
    return past + ids.length;
  }
}
