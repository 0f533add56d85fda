package kelvin.ui.evaluation;

import java.util.List;
import java.util.Optional;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.ui.lab.PlaygroundPrompt;

/// Evaluations on a fake model that do everything on the test's thread.
final class EvaluationBench implements PlaygroundPrompt {

  final FakeLanguageModel model = new FakeLanguageModel();
  final FakeInferenceThread thread = new FakeInferenceThread();
  final EvaluationLab lab;
  private final PredictionEngine engine;
  private Trial composed = new Trial(new FreePrompt("{x}>"), List.of(), Optional.empty(), false);

  EvaluationBench() {
    engine = new PredictionEngine(thread, _ -> {});
    engine.use(new LoadedModel(model, FakeTokenizer.withStartToken()));
    lab = new EvaluationLab(this, engine::begin, Runnable::run, Runnable::run);
  }

  /// Opens another model in place of the first one.
  void open(LanguageModel other) {
    engine.use(new LoadedModel(other, FakeTokenizer.withStartToken()));
  }

  void compose(String text) {
    composed = new Trial(new FreePrompt(text), List.of(), Optional.empty(), false);
  }

  @Override
  public Trial trial() {
    return composed;
  }

  @Override
  public Trial composed() {
    return composed;
  }

  @Override
  public boolean isFewShot() {
    return false;
  }

  @Override
  public StartToken startToken() {
    return StartToken.AUTO;
  }

  @Override
  public void restore(Trial wanted, String name) {
    composed = wanted;
  }
}
