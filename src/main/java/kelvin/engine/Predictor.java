package kelvin.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.distribution.TokenScore;
import kelvin.engine.top.TopScorer;
import kelvin.inference.Cancellation;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;

/// Answers requests for one model on the caller's thread.
public final class Predictor {

  private final LoadedModel model;
  private final ContextScorer scorer;
  private final Optional<TopScorer> top;

  /// Finding a token in a large vocabulary takes a millisecond, and every answer looks up all
  /// watched texts.
  private final Map<String, List<Integer>> idsByText = new HashMap<>();

  public Predictor(LoadedModel model) {
    this(model, new RowMemory());
  }

  /// A predictor for a caller that can tell known numbers from bounds: its logits may be known for
  /// the most probable tokens only (`Logits.top`), where others refuse.
  public static Predictor takingTop(LoadedModel model) {
    return takingTop(model, new RowMemory());
  }

  static Predictor takingTop(LoadedModel model, RowMemory memory) {
    return new Predictor(model, memory, model.model().topRuns().map(TopScorer::new));
  }

  /// @param memory for rows of logits, which other prompts may share
  Predictor(LoadedModel model, RowMemory memory) {
    this(model, memory, Optional.empty());
  }

  private Predictor(LoadedModel model, RowMemory memory, Optional<TopScorer> top) {
    this.model = model;
    this.top = top;
    scorer = new ContextScorer(model.model(), memory);
  }

  public LoadedModel model() {
    return model;
  }

  /// @throws kelvin.inference.InferenceException with a sentence for the user
  /// @throws kelvin.inference.CancelledException when cancelled
  public Prediction predict(PredictionRequest request, Cancellation cancellation) {
    var context =
        Context.ofText(
            model.cancelledBy(cancellation).tokenizer(),
            request.prompt(),
            request.generated(),
            request.startToken());
    return predict(request, context, cancellation);
  }

  /// Predicts a given context.
  public Prediction predict(Context context, Cancellation cancellation) {
    var request = new PredictionRequest("", List.of(), java.util.OptionalInt.empty());
    return predict(request, context, cancellation);
  }

  /// Looks up watched texts in the context that was predicted last; does not run the model.
  public TextTraces trace(List<String> texts) {
    var encoded = texts.stream().map(this::idsOf).toList();
    var first = encoded.stream().map(ids -> ids.isEmpty() ? -1 : ids.getFirst()).toList();
    var logProbabilities =
        top.isPresent() ? top.get().logProbabilities(first) : scorer.logProbabilities(first);
    var traces = new ArrayList<TextTrace>();
    for (int i = 0; i < texts.size(); i++) {
      traces.add(new TextTrace(texts.get(i), encoded.get(i), logProbabilities.get(i)));
    }
    return new TextTraces(model.tokenizer().vocabulary(), traces);
  }

  /// The token that is exactly this text, or the encoded text if there is none.
  private List<Integer> idsOf(String text) {
    return idsByText.computeIfAbsent(text, this::encode);
  }

  private List<Integer> encode(String text) {
    var exact = model.tokenizer().vocabulary().find(text);
    if (exact.isPresent()) {
      return List.of(exact.getAsInt());
    }
    try {
      return model.tokenizer().encode(text).stream().map(EncodedToken::id).toList();
    } catch (InferenceException _) {
      // A model without a tokenizer has no tokens for any text, which is a valid answer.
      return List.of();
    }
  }

  private Prediction predict(
      PredictionRequest request, Context context, Cancellation cancellation) {
    long start = System.nanoTime();
    int last = context.length() - 1;
    int position = Math.clamp(request.position().orElse(last), 0, last);
    var ids = context.toArray();
    var logits =
        top.isPresent()
            ? top.get().score(ids, position, cancellation)
            : scorer.score(ids, position, cancellation);
    List<Optional<TokenScore>> scores =
        top.isPresent() ? Collections.nCopies(ids.length, Optional.empty()) : scorer.scores();
    var tokens = context.describe(model.tokenizer().vocabulary(), scores);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Prediction(request, tokens, position, logits, seconds);
  }
}
