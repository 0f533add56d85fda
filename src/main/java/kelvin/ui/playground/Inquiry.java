package kelvin.ui.playground;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.ui.fx.KeptResults;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Step;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.prompt.PromptViewModel;
import org.jspecify.annotations.Nullable;

/// Knows which token's distribution is shown, what was asked, and what was answered. Nothing else
/// knows it: the other parts of the playground ask it and tell it.
final class Inquiry {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final ModelViewModel model;
  private final KeptResults<Step, Integer> ids = new KeptResults<>(Step::tokenId);
  private Consumer<PredictionRequest> onAsk = _ -> {};
  private Runnable onLook = () -> {};

  /// The position of the token whose distribution is shown, 0-based; empty for the next token.
  private OptionalInt position = OptionalInt.empty();

  /// Null before the first request.
  private @Nullable Asked asked;

  /// Null while there is no answer.
  private @Nullable Prediction answer;

  /// True if a step is to be drawn as soon as the answer about the next token arrives.
  private boolean stepWaits;

  /// @param addsToken whether the context is that of the previous request plus one token
  private record Asked(PredictionRequest request, boolean addsToken) {}

  Inquiry(PromptViewModel prompt, GenerationViewModel generation, ModelViewModel model) {
    this.prompt = prompt;
    this.generation = generation;
    this.model = model;
  }

  void setOnAsk(Consumer<PredictionRequest> onAsk) {
    this.onAsk = onAsk;
  }

  /// @param onLook called when another token is selected, before its distribution is requested
  void setOnLook(Runnable onLook) {
    this.onLook = onLook;
  }

  // Selecting

  /// The position of the token whose distribution is shown, 0-based; empty for the next token.
  OptionalInt position() {
    return position;
  }

  boolean isAboutNext() {
    return position.isEmpty();
  }

  /// Shows the token at a position, or the next one, and asks for its distribution if it is another
  /// one.
  void look(OptionalInt wanted) {
    var target = withDistribution(wanted);
    if (!target.equals(position)) {
      position = target;
      onLook.run();
      ask();
    }
  }

  /// Selects the token at a position, or the next one, for when the next request is answered.
  void lookLater(OptionalInt wanted) {
    position = withDistribution(wanted);
  }

  /// Selects the next token without asking.
  void lookAtNext() {
    position = OptionalInt.empty();
    onLook.run();
  }

  /// The first token has no distribution, because nothing precedes it.
  private static OptionalInt withDistribution(OptionalInt wanted) {
    return wanted.isPresent() && wanted.getAsInt() == 0 ? OptionalInt.empty() : wanted;
  }

  // Asking

  /// Asks for the distribution of the selected token; does nothing while no model is open.
  void ask() {
    ask(false);
  }

  /// Asks for the distribution of the next token.
  void askForNext() {
    lookAtNext();
    ask(false);
  }

  /// Asks for the distribution of the next token after one token was appended.
  void askAfterAppending() {
    lookAtNext();
    ask(true);
  }

  private void ask(boolean addsToken) {
    if (model.descriptorProperty().get().isEmpty()) {
      return;
    }
    var row = position.isPresent() ? OptionalInt.of(position.getAsInt() - 1) : OptionalInt.empty();
    var startToken = prompt.startTokenInUse().getValue();
    var request =
        new PredictionRequest(
            prompt.textProperty().get(), ids.of(generation.stepsNow()), row, startToken);
    asked = new Asked(request, addsToken);
    onAsk.accept(request);
  }

  /// The text that the steps follow: the one requested last.
  String askedText() {
    return asked == null ? prompt.textProperty().get() : asked.request().prompt();
  }

  // Steps

  /// Draws a step when the distribution of the next token is available; asks for it if necessary.
  void requestStep() {
    stepWaits = true;
    look(OptionalInt.empty());
  }

  /// Returns whether a step waited for the answer; ends the wait.
  boolean takeWaitingStep() {
    boolean waited = stepWaits;
    stepWaits = false;
    return waited;
  }

  // Answers

  /// Returns whether an outcome belongs to the last request. Outcomes of older requests are
  /// ignored.
  boolean isLatest(PredictionOutcome outcome) {
    return asked != null && outcome.request().equals(asked.request());
  }

  void answered(Prediction prediction) {
    answer = prediction;
  }

  void failed() {
    answer = null;
    stepWaits = false;
  }

  /// The last answer, even while another request is running.
  Optional<Prediction> answer() {
    return Optional.ofNullable(answer);
  }

  /// Returns whether the last request has been answered.
  boolean isAnswered() {
    return answer != null && isLatest(answer);
  }

  /// Returns whether the last request added exactly one token to the previous one.
  boolean addedToken() {
    return asked != null && asked.addsToken();
  }

  /// The number of tokens of the answered context; 0 without an answer.
  int length() {
    return answer().map(prediction -> prediction.tokens().size()).orElse(0);
  }

  /// The position of the first generated token, 0-based; 0 without an answer.
  int generatedFrom() {
    return answer().map(Prediction::generatedFrom).orElse(0);
  }
}
