package kelvin.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.engine.ContextToken;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionRequest;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// A prompt with the engine's scores and one token per character.
final class ScoredContext {

  final FakeLanguageModel model = new FakeLanguageModel();
  final List<ContextToken> tokens;

  private ScoredContext(FakeTokenizer tokenizer, String prompt, String generated) {
    var ids = new ArrayList<Integer>();
    generated.chars().forEach(ids::add);
    var request = new PredictionRequest(prompt, ids, OptionalInt.empty());
    tokens =
        new Predictor(new LoadedModel(model, tokenizer))
            .predict(request, new Cancellation())
            .tokens();
  }

  static ScoredContext of(String prompt, String generated) {
    return new ScoredContext(FakeTokenizer.withStartToken(), prompt, generated);
  }

  static ScoredContext withoutStartToken(String prompt) {
    return new ScoredContext(FakeTokenizer.withoutStartToken(), prompt, "");
  }

  /// The engine's ln p of the token at a position.
  double logProbability(int position) {
    return tokens.get(position).score().orElseThrow().logProbability();
  }
}
