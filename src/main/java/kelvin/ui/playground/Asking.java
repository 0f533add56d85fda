package kelvin.ui.playground;

import java.util.function.Consumer;
import kelvin.engine.PredictionRequest;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Step;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.prompt.PromptViewModel;
import org.jspecify.annotations.Nullable;

/// Asks for the distribution that the panels call for, and knows which request is under way.
final class Asking {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final ModelViewModel model;
  private final Selection selection;
  private Consumer<PredictionRequest> onAsk = _ -> {};
  private @Nullable PredictionRequest asked;

  Asking(
      PromptViewModel prompt,
      GenerationViewModel generation,
      ModelViewModel model,
      Selection selection) {
    this.prompt = prompt;
    this.generation = generation;
    this.model = model;
    this.selection = selection;
  }

  void setOnAsk(Consumer<PredictionRequest> onAsk) {
    this.onAsk = onAsk;
  }

  /// Asks for the distribution that is looked at; nothing while no model is open.
  void ask() {
    if (model.descriptorProperty().get().isEmpty()) {
      return;
    }
    var ids = generation.steps().stream().map(Step::tokenId).toList();
    var startToken = prompt.startTokenChoiceProperty().get();
    var request =
        new PredictionRequest(
            prompt.textProperty().get(), ids, selection.rowPosition(), startToken);
    asked = request;
    onAsk.accept(request);
  }

  /// The same for the token after all others.
  void askForNext() {
    selection.reset();
    ask();
  }

  /// Makes the token after all others the one that is looked at; asks if it was another.
  void lookAtNext() {
    selection.lookAtNext();
  }

  /// Whether the token after all others is looked at.
  boolean isAboutNext() {
    return selection.isNext();
  }

  /// The last request; null before the first.
  @Nullable PredictionRequest asked() {
    return asked;
  }

  /// The text that the steps follow.
  String text() {
    return asked == null ? prompt.textProperty().get() : asked.prompt();
  }
}
