package kelvin.ui.label;

import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScorer;
import kelvin.engine.label.LabelScores;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;

/// Scores the labels of a trial with the test model, without any view model.
public final class LabelAnswers {

  private LabelAnswers() {}

  public static LabelScores scores(Trial trial) {
    var question =
        new LabelQuestion(trial.prompt().render(), trial.continuations(), StartToken.AUTO);
    return new LabelScorer(model()).score(question, new Cancellation());
  }

  static LoadedModel model() {
    return new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
  }
}
