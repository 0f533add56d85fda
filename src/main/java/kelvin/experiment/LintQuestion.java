package kelvin.experiment;

import java.util.List;
import java.util.Optional;
import kelvin.engine.label.LabelQuestion;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;

/// A prompt that is looked at for what may be wrong with it.
///
/// @param top the text of the most probable next token, where it is known; measured where there
///     are no labels
/// @param normalized whether the labels' lengths are taken out of their scores
public record LintQuestion(
    Trial trial, StartToken start, Optional<String> top, boolean normalized) {

  /// The question about a trial whose labels are compared as they are. Without labels this runs the
  /// model for the most probable next token.
  ///
  /// @throws kelvin.inference.CancelledException when cancelled
  public static LintQuestion of(
      Trial trial, StartToken start, LoadedModel model, Cancellation cancellation) {
    var top =
        trial.labels().isEmpty()
            ? TopToken.after(trial.prompt().render(), start, model, cancellation)
            : Optional.<String>empty();
    return new LintQuestion(trial, start, top, false);
  }

  /// The trial whose right answer tells what a fix or an example does: the trial itself, else with
  /// its first label taken for right, else with the most probable next token as its only label.
  /// None where nothing can tell.
  public Optional<Trial> measured() {
    if (trial.answerIndex().isPresent()) {
      return Optional.of(trial);
    }
    if (!trial.labels().isEmpty()) {
      return Optional.of(trial.withLabels(trial.labels(), Optional.of(trial.labels().getFirst())));
    }
    // A composed prompt puts its own space before an answer, which the token's text has already.
    return top.filter(text -> !text.isBlank())
        .map(text -> trial.prompt().continuation("").isEmpty() ? text : text.stripLeading())
        .map(text -> Trial.of(trial.prompt(), List.of(text), Optional.of(text), false));
  }

  /// Asks for the labels of another trial in the same way.
  LabelQuestion labels(Trial other) {
    return TrialQuestion.of(other, start);
  }
}
