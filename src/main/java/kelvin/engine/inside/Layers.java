package kelvin.engine.inside;

import java.util.ArrayList;
import java.util.List;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.Logits;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.LoadedModel;
import kelvin.inference.inner.InnerRow;

/// The choices of a model after each of its layers at the last position of a context: the final
/// norm and the head, applied to the residual stream. This is called the logit lens.
///
/// @param list layer 0, the embeddings, first; the last one is the model's own choice
/// @param position from 0
/// @param logitsDifference the largest |Δlogit| at this position between the graph with the added
///     output and the one that plays; 0 if they are the same
public record Layers(List<Layer> list, int position, double logitsDifference) {

  public Layers {
    list = List.copyOf(list);
  }

  /// Runs the context in the model and in a second copy of it, which is closed again.
  ///
  /// @throws InferenceException if the model does not show its layers; the message says why
  public static Layers of(LoadedModel loaded, List<Integer> tokenIds, Cancellation cancellation) {
    try (var runs = Features.insideOf(loaded).openLayers()) {
      return of(loaded, runs, tokenIds, cancellation);
    }
  }

  /// @param runs a copy that gives the layers
  public static Layers of(
      LoadedModel loaded, InnerRuns runs, List<Integer> tokenIds, Cancellation cancellation) {
    int[] ids = tokenIds.stream().mapToInt(Integer::intValue).toArray();
    var played = Features.played(loaded, ids, cancellation);
    return of(played, runs.run(ids, cancellation), ids.length - 1, cancellation);
  }

  /// Computes the choices from what a copy gave. No model is run, but there is a pass over the
  /// vocabulary for each layer.
  ///
  /// @param played the logits at the position, of the graph that plays
  /// @param row takes over its values: the logits of each layer, the embeddings first
  /// @throws kelvin.inference.CancelledException if cancelled
  /// @throws kelvin.distribution.InvalidLogitsException when a layer gives no distribution
  public static Layers of(float[] played, InnerRow row, int position, Cancellation cancellation) {
    double difference = Features.difference(played, row.logits());
    var distributions = new ArrayList<Distribution>();
    for (var logits : row.values()) {
      cancellation.throwIfCancelled();
      distributions.add(Distribution.of(Logits.owning(logits), 1));
    }
    var last = distributions.getLast();
    var list = new ArrayList<Layer>();
    for (var each : distributions) {
      cancellation.throwIfCancelled();
      list.add(new Layer(each, Divergence.between(each, last).kl()));
    }
    return new Layers(list, position, difference);
  }

  /// The number of the last layer, which is the model's own choice.
  public int last() {
    return list.size() - 1;
  }

  /// The token that the model itself finds most probable.
  public int choice() {
    return list.getLast().choice();
  }

  /// The first layer at which the final choice leads.
  public int firstLead() {
    int layer = 0;
    while (list.get(layer).choice() != choice()) {
      layer++;
    }
    return layer;
  }

  /// The first layer from which the final choice leads until the end.
  public int lead() {
    int layer = list.size() - 1;
    while (layer > 0 && list.get(layer - 1).choice() == choice()) {
      layer--;
    }
    return layer;
  }
}
