package kelvin.ui.session;

import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.workspace.LabelSettings;
import kelvin.workspace.PromptSettings;
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

  PromptSettings prompt() {
    return new PromptSettings(
        prompt.compositionProperty().get(),
        prompt.typedText(),
        prompt.composer().zeroShot().promptProperty().get(),
        prompt.fewShot().promptProperty().get(),
        prompt.composer().chat().chatProperty().get(),
        prompt.startTokenChoiceProperty().get());
  }

  LabelSettings labels() {
    var answers = prompt.composer().answers().answersProperty().get();
    return new LabelSettings(
        answers.labels(),
        answers.right(),
        answers.closed(),
        labels.normalizationProperty().get(),
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
    prompt.restore(wanted.way(), wanted.text(), wanted.zeroShot(), wanted.fewShot(), wanted.chat());
    labels.contentFreeProperty().set(settings.contentFree());
    labels.normalizationProperty().set(settings.normalization());
  }
}
