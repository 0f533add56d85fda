package kelvin.ui.label;

import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.label.LabelScorer;
import kelvin.engine.label.LabelScores;
import kelvin.experiment.TrialQuestion;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;

/// Scores the labels of a trial with the test model, without any view model.
public final class LabelAnswers {

  private LabelAnswers() {}

  public static LabelScores scores(Trial trial) {
    return new LabelScorer(model())
        .score(TrialQuestion.of(trial, StartToken.AUTO), new Cancellation());
  }

  static LoadedModel model() {
    return new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
  }
}
