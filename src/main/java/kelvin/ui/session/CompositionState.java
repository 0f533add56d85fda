package kelvin.ui.session;

import kelvin.engine.label.Normalization;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.compose.Composition;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.workspace.ComposedPrompt;
import kelvin.workspace.ComposedPrompt.Way;
import kelvin.workspace.LabelSettings;
import kelvin.workspace.TaskOrigin;
import kelvin.workspace.Work;

/// Reads and restores the prompt in all its ways and its labels, in the form that a session keeps.
final class CompositionState {

  private final PromptViewModel prompt;
  private final LabelsViewModel labels;

  CompositionState(PlaygroundViewModel playground) {
    prompt = playground.prompt();
    labels = playground.labels();
  }

  ComposedPrompt prompt() {
    return new ComposedPrompt(
        way(prompt.compositionProperty().get()),
        prompt.typedText(),
        prompt.composer().zeroShot().promptProperty().get(),
        prompt.fewShot().promptProperty().get(),
        prompt.startTokenChoiceProperty().get());
  }

  LabelSettings labels() {
    var answers = prompt.composer().answers().answersProperty().get();
    return new LabelSettings(
        answers.labels(),
        answers.right(),
        answers.closed(),
        labels.normalizationProperty().get().label(),
        labels.contentFreeProperty().get());
  }

  TaskOrigin task() {
    return prompt.composer().originProperty().get();
  }

  void restore(Work work) {
    var wanted = work.prompt();
    var settings = work.labels();
    prompt.startTokenChoiceProperty().set(wanted.startToken());
    prompt
        .composer()
        .restore(new Answers(settings.labels(), settings.answer(), settings.closed()), work.task());
    prompt.restore(composition(wanted.way()), wanted.text(), wanted.zeroShot(), wanted.fewShot());
    labels.contentFreeProperty().set(settings.contentFree());
    labels.normalizationProperty().set(normalization(settings.normalization()));
  }

  /// A name that this version does not know means the plain log-likelihood.
  private static Normalization normalization(String name) {
    return Normalization.ALL.stream()
        .filter(each -> each.label().equals(name))
        .findFirst()
        .orElse(Normalization.NONE);
  }

  private static Way way(Composition composition) {
    return switch (composition) {
      case TEXT -> Way.TEXT;
      case ZERO_SHOT -> Way.ZERO_SHOT;
      case FEW_SHOT -> Way.FEW_SHOT;
    };
  }

  private static Composition composition(Way way) {
    return switch (way) {
      case TEXT -> Composition.TEXT;
      case ZERO_SHOT -> Composition.ZERO_SHOT;
      case FEW_SHOT -> Composition.FEW_SHOT;
    };
  }
}
