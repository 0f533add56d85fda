package kelvin.experiment;

import java.util.List;
import java.util.Optional;
import kelvin.engine.label.LabelQuestion;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.Spellings;
import kelvin.prompt.Trial;

/// A prompt to be checked for mistakes.
///
/// @param top the text of the most probable next token, if known; it is measured if there are no
///     labels
/// @param normalized whether the scores are normalised by the labels' lengths
public record LintQuestion(
    Trial trial, StartToken start, Optional<String> top, boolean normalized) {

  public LintQuestion {
    start = trial.prompt().startToken(start);
  }

  /// The question about a trial whose labels are compared without normalisation. If there are no
  /// labels, this runs the model for the most probable next token.
  ///
  /// @throws kelvin.inference.CancelledException when cancelled
  public static LintQuestion of(
      Trial trial, StartToken start, LoadedModel model, Cancellation cancellation) {
    var top =
        trial.labels().isEmpty()
            ? TopToken.after(
                trial.prompt().render(), trial.prompt().startToken(start), model, cancellation)
            : Optional.<String>empty();
    return new LintQuestion(trial, start, top, false);
  }

  /// The trial whose right answer measures the effects of fixes and examples. Without a right
  /// answer, the first label counts as right; without labels, the most probable next token is the
  /// only label. Empty if neither is known.
  public Optional<Trial> measured() {
    if (trial.answerIndex().isPresent()) {
      return Optional.of(trial);
    }
    if (!trial.labels().isEmpty()) {
      return Optional.of(trial.withLabels(trial.labels(), Optional.of(trial.labels().getFirst())));
    }
    // A composed prompt adds its own space before an answer, and the token's text already has one.
    return top.filter(text -> !text.isBlank())
        .map(text -> trial.prompt().continuation("").isEmpty() ? text : text.stripLeading())
        .map(Spellings::literal)
        .map(label -> Trial.of(trial.prompt(), List.of(label), Optional.of(label), false));
  }

  /// Asks about the labels of another trial in the same way.
  LabelQuestion labels(Trial other) {
    return TrialQuestion.of(other, start);
  }
}
