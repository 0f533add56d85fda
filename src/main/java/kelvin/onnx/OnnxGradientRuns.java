package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.GradientRuns;
import kelvin.inference.InferenceException;
import kelvin.inference.inner.TokenGradient;

/// Runs a graph with gradients: the whole context in one run, with nothing before it.
final class OnnxGradientRuns implements GradientRuns {

  private final OnnxCopy copy;
  private final List<String> names;
  private final Consumer<int[]> check;

  /// Takes ownership of `copy`.
  ///
  /// @param copy without a cache
  /// @param names the outputs with the gradients and the vectors
  /// @param check refuses token ids that the model does not take
  OnnxGradientRuns(OnnxCopy copy, List<String> names, Consumer<int[]> check) {
    this.copy = copy;
    this.names = names;
    this.check = check;
  }

  @Override
  public TokenGradient run(int[] tokenIds, int token, Cancellation cancellation) {
    check.accept(tokenIds);
    check.accept(new int[] {token});
    if (copy.plan().oneToken() && tokenIds.length > 1) {
      throw new InferenceException(
          "The graph takes one token a run, and gradients need the whole prompt in one run.");
    }
    try {
      var runner = copy.begin();
      int rows = copy.plan().rows(0, tokenIds.length - 1, tokenIds.length);
      var logits = copy.logits(rows);
      var values = runner.runWhole(tokenIds, rows, logits, token, names, cancellation);
      return new TokenGradient(values.get(0), values.get(1), logits.row(rows - 1).clone());
    } catch (OrtException e) {
      throw new InferenceException(OrtMessages.ofRun(e), e);
    }
  }

  @Override
  public void close() {
    copy.close();
  }
}
