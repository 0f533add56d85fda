package kelvin.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScores;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Spellings;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.text.VisibleText;

/// The questions about a prompt with all of its examples, and without each of them in turn.
///
/// @param answer the right answer, the only label of all questions
/// @param questions with all examples first, then without each shot, in the order of the shots
public record ExampleTrials(FewShotPrompt prompt, String answer, List<LabelQuestion> questions) {

  /// The maximum number of shots. More would keep the background busy for long after each change.
  public static final int MAX_SHOTS = 48;

  public ExampleTrials {
    questions = List.copyOf(questions);
  }

  /// Leaves out each example of a prompt. Empty if the prompt shows no examples or more than
  /// `MAX_SHOTS`, or if no answer can measure the effect.
  public static Optional<ExampleTrials> of(LintQuestion question) {
    return question.measured().flatMap(trial -> of(question, trial));
  }

  private static Optional<ExampleTrials> of(LintQuestion question, Trial trial) {
    if (!(trial.prompt() instanceof FewShotPrompt prompt)
        || prompt.shown().isEmpty()
        || prompt.shown().size() > MAX_SHOTS) {
      return Optional.empty();
    }
    var right = trial.labels().get(trial.answerIndex().orElseThrow());
    // One label is enough, and each further one would cost as much again. Only the shots matter, so
    // the other examples are left out.
    var alone =
        trial
            .withPrompt(prompt.withExamples(prompt.shown()))
            .withLabels(List.of(right), trial.answer());
    var questions =
        LeaveOneOut.plan(alone, () -> {}).stream()
            .map(each -> question.labels(each.trial()))
            .toList();
    return Optional.of(new ExampleTrials(prompt, right, questions));
  }

  /// Computes the effects of the examples from the answers to all questions.
  ///
  /// @param scores by the question's index, 0-based
  public ExampleEffects effects(Map<Integer, LabelScores> scores) {
    double all = logProbability(scores, 0);
    var changes = new HashMap<Integer, Double>();
    var places = prompt.usedPlaces();
    for (int i = 1; i < questions.size(); i++) {
      changes.put(places.get(i - 1), all - logProbability(scores, i));
    }
    return new ExampleEffects(prompt, VisibleText.of(Spellings.name(answer)), changes);
  }

  /// @throws IllegalArgumentException when the question was not answered
  private static double logProbability(Map<Integer, LabelScores> scores, int question) {
    var found = scores.get(question);
    if (found == null) {
      throw new IllegalArgumentException("question " + question + " was not answered");
    }
    return found.labels().getFirst().logProbability();
  }
}
