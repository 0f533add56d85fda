package kelvin.ui.playground;

import java.util.Optional;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.Normalization;
import kelvin.experiment.LintQuestion;
import kelvin.prompt.Trial;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.prompt.PromptViewModel;

/// What is asked about the composed prompt beside its next token: how probable its labels are, what
/// may be wrong with it, and what each example does. The first goes before the others.
final class ComposedOnShow {

  private final PromptViewModel prompt;
  private final LabelsViewModel labels;

  /// Whether a model is there to ask.
  private boolean ready;

  /// The prompt whose next token was asked for last.
  private String askedText = "";

  /// The prompt that was answered last, and the most probable token after it.
  private String answeredText = "";

  private Optional<String> top = Optional.empty();

  ComposedOnShow(PromptViewModel prompt, LabelsViewModel labels) {
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

  /// A prompt whose text changes is asked about after its next token was asked for; here are those
  /// whose labels alone change.
  private void changed(Trial now) {
    prompt.effects().outdate();
    if (ready && now.prompt().render().equals(askedText)) {
      ask();
      look();
    }
  }

  /// Asks for the labels of the prompt as it is.
  void ask() {
    ready = true;
    askedText = prompt.textProperty().get();
    labels.ask(prompt.composer().trialProperty().get(), prompt.startTokenChoiceProperty().get());
  }

  /// The prompt's next token was answered.
  ///
  /// @param topToken the most probable one; none where it is not of the prompt's end
  void answered(Optional<String> topToken) {
    var text = prompt.textProperty().get();
    if (topToken.isPresent() || !text.equals(answeredText)) {
      top = topToken;
    }
    answeredText = text;
    look();
  }

  /// Looks at the prompt when its token and its labels are known.
  private void look() {
    var trial = prompt.composer().trialProperty().get();
    if (ready && !labels.staleProperty().get() && trial.prompt().render().equals(answeredText)) {
      var question =
          new LintQuestion(
              trial,
              prompt.startTokenChoiceProperty().get(),
              trial.labels().isEmpty() ? top : Optional.empty(),
              labels.normalizationProperty().get() != Normalization.NONE);
      // What is begun last goes first.
      prompt.effects().check(question);
      prompt.lint().check(question);
    }
  }

  /// Another model is open: it thinks otherwise.
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
