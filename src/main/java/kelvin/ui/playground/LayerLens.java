package kelvin.ui.playground;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.SamplerChain;
import kelvin.engine.ContextToken;
import kelvin.engine.Prediction;
import kelvin.engine.next.NextToken;
import kelvin.engine.next.NextTokenEvaluator;
import kelvin.text.Vocabulary;
import kelvin.ui.distribution.layers.LayersQuestion;
import kelvin.ui.distribution.layers.LayersViewModel;
import kelvin.ui.figure.FigureData;

/// Shows an answer through one of the model's layers: what the sampler would make of that layer's
/// logits. No model is run for it.
final class LayerLens {

  private final LayersViewModel layers;

  /// One of its own, so that the answer and the layer do not replace each other's results.
  private final NextTokenEvaluator evaluator = new NextTokenEvaluator();

  LayerLens(LayersViewModel layers) {
    this.layers = layers;
  }

  /// Takes over an answer, whose layers are computed while they are shown.
  void show(NextToken own, List<Integer> watched, Vocabulary vocabulary) {
    var answer = own.prediction();
    var ids = answer.tokens().stream().limit(answer.position() + 1L).map(ContextToken::id).toList();
    layers.show(
        new LayersQuestion(ids, answer.logits()), own.distribution().logits(), watched, vocabulary);
  }

  /// Forgets the answer.
  void close() {
    layers.clear();
  }

  /// True while the layer that is looked at is computed.
  boolean isWaiting() {
    return layers.isWaiting();
  }

  /// The distribution of the layer that is looked at; empty while that is the last one.
  Optional<NextToken> through(NextToken own, SamplerChain chain, long seed) {
    return layers
        .looked()
        .map(
            looked -> {
              var answer = own.prediction();
              var atLayer =
                  new Prediction(
                      answer.request(),
                      answer.tokens(),
                      answer.position(),
                      looked.logits(),
                      answer.seconds());
              return evaluator.evaluate(atLayer, chain, seed);
            });
  }

  /// The layers for figures.
  Optional<FigureData.Lens> figure() {
    return layers.current().map(picture -> new FigureData.Lens(picture, layers.lookedLayer()));
  }
}
