package kelvin.experiment;

import kelvin.engine.label.LabelQuestion;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;

/// Turns a trial into a question for a model.
public final class TrialQuestion {

  private TrialQuestion() {}

  /// Asks for the probability of each label after the trial's prompt. A question without an answer,
  /// such as one without labels, fails only when it is asked.
  ///
  /// @param start whether a start token precedes a prompt that does not bring its own
  public static LabelQuestion of(Trial trial, StartToken start) {
    return LabelQuestion.joined(
        trial.prompt().render(), trial.spelledContinuations(), trial.prompt().startToken(start));
  }
}
