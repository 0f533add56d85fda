package kelvin.benchmark;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;

/// Runs the shortest decoding loop in Java.
final class BareContender implements Contender {

  private final BareDecoder decoder;

  BareContender(Path folder, int threads) throws OrtException {
    decoder = new BareDecoder(folder.resolve("model.onnx"), threads);
  }

  @Override
  public String name() {
    return "bare loop";
  }

  @Override
  public void prefill(int... ids) throws OrtException {
    decoder.clear();
    decoder.run(ids);
  }

  @Override
  public double steps(int... ids) throws OrtException {
    long start = System.nanoTime();
    for (int id : ids) {
      decoder.run(id);
    }
    return Contender.since(start);
  }

  @Override
  public void close() throws OrtException {
    decoder.close();
  }
}
