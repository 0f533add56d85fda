package kelvin.ui.distribution.layers;

import java.util.List;
import kelvin.distribution.Logits;
import kelvin.engine.inside.Layers;
import kelvin.inference.Cancellation;
import kelvin.inference.InnerRuns;

/// Asks for the layers at the last position of a context.
///
/// @param played the logits there, of the graph that plays; the same for the same question
public record LayersQuestion(List<Integer> tokenIds, Logits played) {

  public LayersQuestion {
    tokenIds = List.copyOf(tokenIds);
  }

  /// Runs the context in a copy of the model that gives its layers.
  Layers answer(InnerRuns runs, Cancellation cancellation) {
    int[] ids = tokenIds.stream().mapToInt(Integer::intValue).toArray();
    var row = runs.run(ids, cancellation);
    return Layers.of(played.toArray(), row, ids.length - 1, cancellation);
  }
}
