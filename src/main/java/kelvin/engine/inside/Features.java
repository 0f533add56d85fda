package kelvin.engine.inside;

import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelInside;

/// The last hidden state of a model at the last position of a context, after the final norm: what
/// the head is applied to.
///
/// @param position from 0
/// @param logitsDifference the largest |Δlogit| at this position between the graph with the added
///     output and the one that plays; 0 if they are the same
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Features(float[] values, int position, double logitsDifference) {

  /// The sentence for a model that has no inside to look into.
  private static final String CLOSED = "This model does not show its inside.";

  private static final String ON_SERVER =
      "This model runs on a server, which does not show its inside. Open the folder with its files.";

  /// Runs the context in the model and in a second copy of it.
  ///
  /// @throws InferenceException if the model does not show its features; the message says why
  public static Features of(LoadedModel loaded, List<Integer> tokenIds, Cancellation cancellation) {
    int[] ids = tokenIds.stream().mapToInt(Integer::intValue).toArray();
    var inside = insideOf(loaded);
    var played = played(loaded, ids, cancellation);
    try (var runs = inside.openFeatures()) {
      var row = runs.run(ids, cancellation);
      return new Features(
          row.values().getFirst(), ids.length - 1, difference(played, row.logits()));
    }
  }

  /// The logits at the last position, of the graph that plays.
  static float[] played(LoadedModel loaded, int[] ids, Cancellation cancellation) {
    var played = new float[loaded.model().descriptor().logitCount()];
    loaded
        .model()
        .run(
            ids,
            ids.length - 1,
            (_, row) -> System.arraycopy(row, 0, played, 0, played.length),
            cancellation);
    return played;
  }

  /// @throws InferenceException if the model has no inside to look into
  public static ModelInside insideOf(LoadedModel loaded) {
    return loaded.model().inside().orElseThrow(() -> new InferenceException(closed(loaded)));
  }

  private static String closed(LoadedModel loaded) {
    return loaded.descriptor().server().isPresent() ? ON_SERVER : CLOSED;
  }

  /// The largest difference; that of two equal infinities is none.
  static double difference(float[] some, float[] others) {
    double largest = 0;
    for (int i = 0; i < some.length; i++) {
      if (some[i] != others[i]) {
        largest = Math.max(largest, Math.abs((double) some[i] - others[i]));
      }
    }
    return largest;
  }

  public int width() {
    return values.length;
  }

  /// The Euclidean length.
  public double norm() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
