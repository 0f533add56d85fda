package kelvin.engine.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.inner.InnerRow;

/// The attention of the last position of a context: by which weights each head of each layer mixes
/// the values of the tokens before it.
///
/// Layers and heads have numbers from 1, as readers count them. Layers without attention have no
/// number.
///
/// @param layers the rows of all heads of each layer
/// @param position from 0
/// @param logitsDifference the largest |Δlogit| at this position between the graph with the added
///     outputs and the one that plays; 0 if they are the same
public record Attention(List<List<AttentionRow>> layers, int position, double logitsDifference) {

  /// The largest distance of a row's sum from 1 that rounding explains.
  public static final double SUM_TOLERANCE = 1e-5;

  public Attention {
    layers = layers.stream().map(List::copyOf).toList();
  }

  /// Runs the context in the model and in a second copy of it.
  ///
  /// @throws InferenceException if the model does not show its attention; the message says why
  public static Attention of(
      LoadedModel loaded, List<Integer> tokenIds, Cancellation cancellation) {
    int[] ids = tokenIds.stream().mapToInt(Integer::intValue).toArray();
    var inside = Features.insideOf(loaded);
    var played = Features.played(loaded, ids, cancellation);
    try (var runs = inside.openAttention()) {
      return of(runs.run(ids, cancellation), ids.length, played);
    }
  }

  /// @param row what a copy with attention gave
  /// @param count the number of tokens
  /// @param played the logits of the graph that plays
  public static Attention of(InnerRow row, int count, float[] played) {
    var layers = row.values().stream().map(values -> rows(values, count)).toList();
    return new Attention(layers, count - 1, Features.difference(played, row.logits()));
  }

  private static List<AttentionRow> rows(float[] values, int count) {
    var rows = new ArrayList<AttentionRow>();
    for (int from = 0; from < values.length; from += count) {
      var weights = new double[count];
      for (int i = 0; i < count; i++) {
        weights[i] = values[from + i];
      }
      rows.add(new AttentionRow(weights));
    }
    return rows;
  }

  public int layerCount() {
    return layers.size();
  }

  /// @param layer from 1
  public int headCount(int layer) {
    return layers.get(layer - 1).size();
  }

  /// The largest number of heads in a layer.
  public int headCount() {
    return layers.stream().mapToInt(List::size).max().orElse(0);
  }

  /// @param layer from 1
  /// @param head from 1
  public AttentionRow row(int layer, int head) {
    return layers.get(layer - 1).get(head - 1);
  }

  /// The mean of all heads of a layer.
  ///
  /// @param layer from 1
  public AttentionRow mean(int layer) {
    return AttentionRow.mean(layers.get(layer - 1));
  }

  /// The mean of a head with the same number in all layers that have it.
  ///
  /// @param head from 1
  public AttentionRow meanOfHead(int head) {
    return AttentionRow.mean(
        layers.stream()
            .filter(rows -> rows.size() >= head)
            .map(rows -> rows.get(head - 1))
            .toList());
  }

  /// The mean of the layers' means.
  public AttentionRow mean() {
    return AttentionRow.mean(IntStream.rangeClosed(1, layerCount()).mapToObj(this::mean).toList());
  }

  /// The largest distance of a row's sum from 1. It is more than `SUM_TOLERANCE` in models that let
  /// a head put weight on no token at all.
  public double sumError() {
    double largest = 0;
    for (var layer : layers) {
      for (var row : layer) {
        largest = Math.max(largest, Math.abs(row.sum() - 1));
      }
    }
    return largest;
  }

  /// True if all rows sum to 1 up to rounding.
  public boolean sumsToOne() {
    return sumError() <= SUM_TOLERANCE;
  }
}
