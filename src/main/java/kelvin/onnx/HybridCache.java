package kelvin.onnx;

import ai.onnxruntime.OrtException;

/// The cache of a graph with attention and recurrent layers. Both parts keep the same number of
/// positions.
final class HybridCache implements KeyValueCache {

  private final KeyValueCache attention;
  private final RecurrentCache recurrent;

  /// Takes ownership of both.
  HybridCache(KeyValueCache attention, RecurrentCache recurrent) {
    this.attention = attention;
    this.recurrent = recurrent;
  }

  @Override
  public int length() {
    return recurrent.length();
  }

  @Override
  public void bind(RunBinding run, int count) throws OrtException {
    attention.bind(run, count);
    recurrent.bind(run, count);
  }

  @Override
  public void advance(RunOutputs outputs, int count) throws OrtException {
    attention.advance(outputs, count);
    recurrent.advance(outputs, count);
  }

  @Override
  public int crop(int keep) throws OrtException {
    return attention.crop(recurrent.crop(keep));
  }

  @Override
  public void close() {
    try (recurrent) {
      attention.close();
    }
  }
}
