package kelvin.onnx;

import ai.onnxruntime.OrtException;
import kelvin.inference.run.RunPlan;

/// An opened second copy of a graph: owns its session and its logits.
final class OnnxCopy implements AutoCloseable {

  private final GraphRunner runner;
  private final LogitsBuffer logits;
  private final RunPlan plan;
  private boolean closed;

  /// Takes ownership of `runner` and `logits`.
  OnnxCopy(GraphRunner runner, LogitsBuffer logits, RunPlan plan) {
    this.runner = runner;
    this.logits = logits;
    this.plan = plan;
  }

  /// The runner, with nothing in its cache.
  GraphRunner begin() throws OrtException {
    if (closed) {
      throw new IllegalStateException("the copy is closed");
    }
    runner.crop(0);
    return runner;
  }

  RunPlan plan() {
    return plan;
  }

  /// The buffer, with room for this many rows.
  LogitsBuffer logits(int rows) throws OrtException {
    logits.requireRoom(rows);
    return logits;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (logits) {
      runner.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the copy does not close", e);
    }
  }
}
