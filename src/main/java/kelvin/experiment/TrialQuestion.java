package kelvin.experiment;

import kelvin.engine.label.LabelQuestion;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;

/// Makes a trial into a question that a model can answer.
public final class TrialQuestion {

  private TrialQuestion() {}

  /// Asks how probable each label of a trial is after its prompt. A question that no model can
  /// answer, such as one without labels, is refused only when it is asked.
  ///
  /// @param start whether a start token stands before the prompt
  public static LabelQuestion of(Trial trial, StartToken start) {
    return new LabelQuestion(trial.prompt().render(), trial.continuations(), start);
  }
}
