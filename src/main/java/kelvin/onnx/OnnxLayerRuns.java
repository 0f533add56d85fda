package kelvin.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.inner.InnerRow;

/// Runs a graph that gives the logits of each layer, in one output or in several.
record OnnxLayerRuns(OnnxInnerRuns runs) implements InnerRuns {

  @Override
  public InnerRow run(int[] tokenIds, Cancellation cancellation) {
    var row = runs.run(tokenIds, cancellation);
    int count = row.logits().length;
    var layers = new ArrayList<float[]>();
    for (var value : row.values()) {
      if (value.length % count != 0) {
        throw new InferenceException(
            "The layers give rows of " + value.length + " numbers, not of " + count + " logits.");
      }
      for (int from = 0; from < value.length; from += count) {
        layers.add(Arrays.copyOfRange(value, from, from + count));
      }
    }
    return new InnerRow(layers, row.logits());
  }

  @Override
  public void close() {
    runs.close();
  }
}
