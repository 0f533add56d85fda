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

  private final OnnxCopy copy;
  private final List<String> names;
  private final Consumer<int[]> check;

  /// Takes ownership of `copy`.
  ///
  /// @param names the outputs with inner values
  /// @param check refuses token ids that the model does not take
  OnnxInnerRuns(OnnxCopy copy, List<String> names, Consumer<int[]> check) {
    this.copy = copy;
    this.names = names;
    this.check = check;
  }

  @Override
  public InnerRow run(int[] tokenIds, Cancellation cancellation) {
    return run(tokenIds, names, cancellation);
  }

  /// @param wanted the outputs with inner values that this run gives
  InnerRow run(int[] tokenIds, List<String> wanted, Cancellation cancellation) {
    check.accept(tokenIds);
    try {
      var runner = copy.begin();
      var plan = copy.plan();
      int last = tokenIds.length - 1;
      for (int from = 0; ; ) {
        cancellation.throwIfCancelled();
        int to = plan.end(from, last, tokenIds.length);
        int rows = plan.rows(from, last, to);
        var logits = copy.logits(rows);
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
    copy.close();
  }
}
