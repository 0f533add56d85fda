package kelvin.ui.compare;

import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.inference.LoadedModel;

/// A comparison on a small model, with the playground's prompt `ab` on side A.
final class CompareBench {

  final FakeLanguageModel model = new FakeLanguageModel();
  final FakeTokenizer tokenizer = FakeTokenizer.withoutStartToken();
  final FakeInferenceThread thread = new FakeInferenceThread();
  final FakePlayground playground = new FakePlayground("ab");
  final CompareViewModel compare;

  CompareBench() {
    var engine = new PredictionEngine(thread, _ -> {});
    engine.use(new LoadedModel(model, tokenizer));
    compare = new CompareViewModel(playground, engine::begin, Runnable::run, Runnable::run);
    compare.setVocabulary(tokenizer.vocabulary(), tokenizer.vocabulary().size());
    compare.shownProperty().set(true);
    thread.runAll();
  }

  static double[] softmax(float[] logits) {
    double sum = 0;
    var result = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      result[i] = StrictMath.exp(logits[i]);
      sum += result[i];
    }
    for (int i = 0; i < logits.length; i++) {
      result[i] /= sum;
    }
    return result;
  }
}
