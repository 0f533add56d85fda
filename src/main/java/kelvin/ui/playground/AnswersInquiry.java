package kelvin.ui.playground;

import kelvin.engine.ContextToken;
import kelvin.engine.Prediction;
import kelvin.prompt.Trial;
import kelvin.ui.answer.ShownAnswers;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.prompt.PromptViewModel;

/// Asks for whole answers after the position whose distribution is shown. The labels come first,
/// and while tokens are generated, nothing is asked.
final class AnswersInquiry {

  private final Inquiry inquiry;
  private final PromptViewModel prompt;
  private final LabelsViewModel labels;
  private final GenerationViewModel generation;
  private final DistributionViewModel distribution;

  AnswersInquiry(
      Inquiry inquiry,
      PromptViewModel prompt,
      LabelsViewModel labels,
      GenerationViewModel generation,
      DistributionViewModel distribution) {
    this.inquiry = inquiry;
    this.prompt = prompt;
    this.labels = labels;
    this.generation = generation;
    this.distribution = distribution;
    labels.staleProperty().subscribe((_, _) -> ask());
    generation.playingProperty().subscribe((_, _) -> ask());
    prompt.composer().trialProperty().subscribe((_, _) -> labelsChanged());
  }

  private WholeAnswersViewModel answers() {
    return distribution.answers();
  }

  /// Handles a request for another distribution.
  void asked() {
    answers().outdate();
  }

  /// Handles the end of all answers, because there is no model or the prompt cannot be run.
  void removed() {
    answers().clear();
  }

  /// Marks other labels among the answers. A prompt whose text changes as well gets a request.
  private void labelsChanged() {
    var text = prompt.composer().trialProperty().get().prompt().render();
    if (inquiry.answer().filter(shown -> shown.request().prompt().equals(text)).isPresent()) {
      ask();
    }
  }

  /// Asks again where the visible answer of the model is the one requested last.
  void ask() {
    var vocabulary = distribution.vocabularyProperty().get();
    var shown = inquiry.answer();
    boolean waits = labels.staleProperty().get() || generation.playingProperty().get();
    if (vocabulary != null && shown.isPresent() && inquiry.isAnswered() && !waits) {
      var context =
          shown.get().tokens().stream()
              .limit(shown.get().position() + 1L)
              .map(ContextToken::id)
              .toList();
      answers().ask(context, trial(shown.get()), vocabulary);
    }
  }

  /// Labels belong to the end of the prompt and to no other position.
  private Trial trial(Prediction shown) {
    var trial = prompt.composer().trialProperty().get();
    boolean afterPrompt = shown.position() == shown.generatedFrom() - 1;
    return afterPrompt && trial.prompt().render().equals(shown.request().prompt())
        ? trial
        : ShownAnswers.NO_LABELS;
  }
}
