package kelvin.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.label.LabelsViewModel;

/// The labels and the whole answers after the prompt of a side. Their settings are the
/// playground's.
final class SideQuestions {

  private final LabelsViewModel labels;
  private final WholeAnswersViewModel answers;

  SideQuestions(PlaygroundSide playground, SideEngine engine, Executor fxThread) {
    labels = new LabelsViewModel(fxThread);
    labels.setOnWork(engine::begin);
    labels.unitProperty().bind(playground.unit());
    labels.normalizationProperty().bind(playground.labels().normalizationProperty());
    labels.contentFreeProperty().bind(playground.labels().contentFreeProperty());
    answers = new WholeAnswersViewModel(fxThread);
    answers.setOnWork(engine::begin);
    answers.stopTextProperty().bind(playground.answers().stopTextProperty());
    answers.budgetProperty().bind(playground.answers().budgetProperty());
  }

  /// Asks for the labels of a trial; for none where its prompt is empty.
  void askForLabels(Trial trial, boolean isEmpty, StartToken startToken) {
    List<String> wanted = isEmpty ? List.of() : trial.labels();
    labels.ask(
        wanted.equals(trial.labels()) ? trial : trial.withLabels(wanted, Optional.empty()),
        startToken);
  }

  /// Removes the numbers of a model that is no longer open.
  void clear(Trial trial, StartToken startToken) {
    answers.clear();
    askForLabels(trial, true, startToken);
  }

  LabelsViewModel labels() {
    return labels;
  }

  WholeAnswersViewModel answers() {
    return answers;
  }
}
