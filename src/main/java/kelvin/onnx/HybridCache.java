package kelvin.onnx;

import ai.onnxruntime.OrtException;

/// The cache of a graph in which some layers attend and others recur: both keep as many positions.
final class HybridCache implements KeyValueCache {

  private final KeyValueCache attention;
  private final RecurrentCache recurrent;

  /// Owns both.
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
