package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.inner.InnerRow;

/// Runs a graph with more outputs, in the same portions as the graph that plays.
final class OnnxInnerRuns implements InnerRuns {

  private final GraphRunner runner;
  private final LogitsBuffer logits;
  private final RunPlan plan;
  private final List<String> names;
  private final Consumer<int[]> check;
  private boolean closed;

  /// Takes ownership of `runner` and `logits`.
  ///
  /// @param names the outputs with inner values
  /// @param check refuses token ids that the model does not take
  OnnxInnerRuns(
      GraphRunner runner,
      LogitsBuffer logits,
      RunPlan plan,
      List<String> names,
      Consumer<int[]> check) {
    this.runner = runner;
    this.logits = logits;
    this.plan = plan;
    this.names = names;
    this.check = check;
  }

  @Override
  public InnerRow run(int[] tokenIds, Cancellation cancellation) {
    return run(tokenIds, names, cancellation);
  }

  /// @param wanted the outputs with inner values that this run gives
  InnerRow run(int[] tokenIds, List<String> wanted, Cancellation cancellation) {
    if (closed) {
      throw new IllegalStateException("the copy is closed");
    }
    check.accept(tokenIds);
    try {
      runner.crop(0);
      int last = tokenIds.length - 1;
      for (int from = 0; ; ) {
        cancellation.throwIfCancelled();
        int to = plan.end(from, last, tokenIds.length);
        int rows = plan.rows(from, last, to);
        logits.requireRoom(rows);
        var ids = Arrays.copyOfRange(tokenIds, from, to);
        var values = runner.run(ids, rows, logits, wanted, cancellation);
        if (to == tokenIds.length) {
          return new InnerRow(values, logits.row(rows - 1).clone());
        }
        from = to;
      }
    } catch (OrtException e) {
      throw new InferenceException(OrtMessages.ofRun(e), e);
    }
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
