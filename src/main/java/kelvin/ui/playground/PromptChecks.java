package kelvin.ui.playground;

import java.util.Optional;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.Normalization;
import kelvin.experiment.LintQuestion;
import kelvin.prompt.Trial;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.prompt.PromptViewModel;

/// Asks what belongs to the composed prompt besides its next token: how probable its labels are,
/// what may be wrong with it, and the effect of each example. The labels come first.
final class PromptChecks {

  private final PromptViewModel prompt;
  private final LabelsViewModel labels;

  /// True if a model is ready to answer.
  private boolean ready;

  /// The prompt whose next token was requested last.
  private String askedText = "";

  /// The last answered prompt and the most probable token after it.
  private String answeredText = "";

  private Optional<String> top = Optional.empty();

  PromptChecks(PromptViewModel prompt, LabelsViewModel labels) {
    this.prompt = prompt;
    this.labels = labels;
    prompt.composer().trialProperty().subscribe((_, now) -> changed(now));
    labels.normalizationProperty().subscribe((_, _) -> look());
    labels.staleProperty().subscribe((_, _) -> look());
    prompt.lint().setOnNormalization(this::normalize);
  }

  void setOnWork(Consumer<SlicedWork> onWork) {
    labels.setOnWork(onWork);
    prompt.lint().setOnWork(onWork);
    prompt.effects().setOnWork(onWork);
  }

  private void normalize(String name) {
    labels.normalizationProperty().set(Normalization.of(name));
  }

  /// Handles prompts whose labels alone change. A prompt whose text changes is handled after the
  /// request for its next token.
  private void changed(Trial now) {
    prompt.effects().outdate();
    if (ready && now.prompt().render().equals(askedText)) {
      ask();
      look();
    }
  }

  /// Asks for the labels of the current prompt.
  void ask() {
    ready = true;
    askedText = prompt.textProperty().get();
    labels.ask(prompt.composer().trialProperty().get(), prompt.startTokenChoiceProperty().get());
  }

  /// Takes the answer about the prompt's next token.
  ///
  /// @param topToken the most probable token; empty if the answer is not about the end of the
  ///     prompt
  void answered(Optional<String> topToken) {
    var text = prompt.textProperty().get();
    if (topToken.isPresent() || !text.equals(answeredText)) {
      top = topToken;
    }
    answeredText = text;
    look();
  }

  /// Checks the prompt once its next token and its labels are known.
  private void look() {
    var trial = prompt.composer().trialProperty().get();
    if (ready && !labels.staleProperty().get() && trial.prompt().render().equals(answeredText)) {
      var question =
          new LintQuestion(
              trial,
              prompt.startTokenChoiceProperty().get(),
              trial.labels().isEmpty() ? top : Optional.empty(),
              labels.normalizationProperty().get() != Normalization.NONE);
      // Work that is queued last runs first.
      prompt.effects().check(question);
      prompt.lint().check(question);
    }
  }

  /// Forgets all answers, because another model is open.
  void reset() {
    answeredText = "";
    top = Optional.empty();
    prompt.lint().reset();
    prompt.effects().reset();
    if (ready) {
      labels.askAgain();
    }
  }
}
