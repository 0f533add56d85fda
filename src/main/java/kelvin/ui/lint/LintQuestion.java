package kelvin.ui.lint;

import java.util.List;
import java.util.Optional;
import kelvin.engine.label.LabelQuestion;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;

/// What is looked at for what may be wrong.
///
/// @param top the text of the most probable next token, where it is known; measured where there
///     are no labels
/// @param normalized whether the labels' lengths are taken out of their scores
public record LintQuestion(
    Trial trial, StartToken start, Optional<String> top, boolean normalized) {

  /// The trial whose right answer tells what a fix does; none where nothing can tell.
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

  public LabelQuestion labels(Trial other) {
    return new LabelQuestion(other.prompt().render(), other.continuations(), start);
  }
}
