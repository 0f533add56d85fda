package kelvin.engine;

import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Answers requests about one model, in the caller's thread.
public final class Predictor {

  private final LoadedModel model;
  private final ContextScorer scorer;

  public Predictor(LoadedModel model) {
    this.model = model;
    scorer = new ContextScorer(model.model());
  }

  public LoadedModel model() {
    return model;
  }

  /// @throws kelvin.inference.InferenceException with a sentence for the user
  /// @throws kelvin.inference.CancelledException when cancelled
  public Prediction predict(PredictionRequest request, Cancellation cancellation) {
    var context =
        Context.ofText(
            model.tokenizer(), request.prompt(), request.generated(), request.startToken());
    return predict(request, context, cancellation);
  }

  /// The same for a context that is given as it is.
  public Prediction predict(Context context, Cancellation cancellation) {
    var request = new PredictionRequest("", List.of(), java.util.OptionalInt.empty());
    return predict(request, context, cancellation);
  }

  private Prediction predict(
      PredictionRequest request, Context context, Cancellation cancellation) {
    long start = System.nanoTime();
    int last = context.length() - 1;
    int position = Math.clamp(request.position().orElse(last), 0, last);
    var logits = scorer.score(context.toArray(), position, cancellation);
    var tokens = context.describe(model.tokenizer().vocabulary(), scorer.scores());
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Prediction(request, tokens, position, logits, seconds);
  }
}
