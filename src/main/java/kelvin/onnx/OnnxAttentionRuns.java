package kelvin.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.inner.InnerRow;
import kelvin.onnx.surgery.AttentionOutputs.Weights;

/// Runs a graph that gives the attention of the last position.
///
/// A value holds the heads of one layer, one after the other, each with one weight for each token.
final class OnnxAttentionRuns implements InnerRuns {

  private final OnnxInnerRuns runs;
  private final List<List<Weights>> layers;

  /// True if each position has all its heads side by side; unknown before the first run.
  private enum Order {
    UNKNOWN,
    HEADS_FIRST,
    POSITIONS_FIRST
  }

  private Order order = Order.UNKNOWN;

  /// Takes ownership of `runs`.
  OnnxAttentionRuns(OnnxInnerRuns runs, List<List<Weights>> layers) {
    this.runs = runs;
    this.layers = layers;
  }

  @Override
  public InnerRow run(int[] tokenIds, Cancellation cancellation) {
    if (order == Order.UNKNOWN) {
      order = order(tokenIds, cancellation);
    }
    var row = runs.run(tokenIds, names(order), cancellation);
    var values = new ArrayList<float[]>();
    int place = 0;
    for (var layer : layers) {
      var heads = new ArrayList<float[]>();
      for (int i = 0; i < layer.size(); i++) {
        var rows = row.values().get(place++);
        int width = length(row.values().get(place++), 1);
        heads.add(fitted(rows, width, tokenIds.length));
      }
      values.add(joined(heads));
    }
    return new InnerRow(values, row.logits());
  }

  private List<String> names(Order known) {
    return layers.stream()
        .flatMap(List::stream)
        .flatMap(
            weights ->
                List.of(
                    known == Order.POSITIONS_FIRST ? weights.turned() : weights.rows(),
                    weights.shape())
                    .stream())
        .toList();
  }

  /// Sees in two runs which length of the weights follows the number of tokens. Where only one
  /// token fits into a run, the other length is the number of heads, and both orders are one.
  private Order order(int[] tokenIds, Cancellation cancellation) {
    var once = shape(new int[] {tokenIds[0]}, cancellation);
    var twice = shape(new int[] {tokenIds[0], tokenIds[0]}, cancellation);
    int rows = length(twice, 2);
    int before = once.length < 3 ? 1 : length(once, 3);
    if (rows == length(once, 2) && (rows != 1 || before != length(twice, 3))) {
      return Order.POSITIONS_FIRST;
    }
    return Order.HEADS_FIRST;
  }

  private float[] shape(int[] tokenIds, Cancellation cancellation) {
    var name = layers.getFirst().getFirst().shape();
    var shape = runs.run(tokenIds, List.of(name), cancellation).values().getFirst();
    if (shape.length < 3) {
      throw new InferenceException(
          "The attention is not found: its weights have the unexpected shape "
              + Arrays.toString(shape)
              + ".");
    }
    return shape;
  }

  private static int length(float[] shape, int fromEnd) {
    return (int) shape[shape.length - fromEnd];
  }

  /// Gives each head as many weights as there are tokens. Caches of a fixed size have more
  /// positions at the end, and windows lack the first.
  private static float[] fitted(float[] rows, int width, int count) {
    if (width == count) {
      return rows;
    }
    int heads = rows.length / width;
    var fitted = new float[heads * count];
    int shift = Math.max(0, count - width);
    for (int h = 0; h < heads; h++) {
      System.arraycopy(rows, h * width, fitted, h * count + shift, Math.min(width, count));
    }
    return fitted;
  }

  private static float[] joined(List<float[]> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    var all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int place = 0;
    for (var part : parts) {
      System.arraycopy(part, 0, all, place, part.length);
      place += part.length;
    }
    return all;
  }

  @Override
  public void close() {
    runs.close();
  }
}
