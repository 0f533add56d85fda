package kelvin.ui.playground;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Step;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.prompt.PromptViewModel;
import org.jspecify.annotations.Nullable;

/// Knows which token's distribution is looked at, what was asked, and what was answered. It is the
/// only place that does: the other parts of the playground ask it and tell it.
final class Inquiry {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final ModelViewModel model;
  private Consumer<PredictionRequest> onAsk = _ -> {};
  private Runnable onLook = () -> {};

  /// The position of the token that is looked at, 0-based; none for the next token.
  private OptionalInt position = OptionalInt.empty();

  /// Null before the first request.
  private @Nullable Asked asked;

  /// Null while there is none.
  private @Nullable Prediction answer;

  /// Whether a step is drawn as soon as the answer about the next token is there.
  private boolean stepWaits;

  /// @param addsToken whether the context is that of the request before and one token more
  private record Asked(PredictionRequest request, boolean addsToken) {}

  Inquiry(PromptViewModel prompt, GenerationViewModel generation, ModelViewModel model) {
    this.prompt = prompt;
    this.generation = generation;
    this.model = model;
  }

  void setOnAsk(Consumer<PredictionRequest> onAsk) {
    this.onAsk = onAsk;
  }

  /// @param onLook called when another token is looked at, before its distribution is asked for
  void setOnLook(Runnable onLook) {
    this.onLook = onLook;
  }

  // Looking

  /// The position of the token that is looked at, 0-based; none for the next token.
  OptionalInt position() {
    return position;
  }

  boolean isAboutNext() {
    return position.isEmpty();
  }

  /// Looks at the token at a position, or at the next one; asks if that is another one.
  void look(OptionalInt wanted) {
    var target = withDistribution(wanted);
    if (!target.equals(position)) {
      position = target;
      onLook.run();
      ask();
    }
  }

  /// Looks at the token at a position, or at the next one, when the next request is answered.
  void lookLater(OptionalInt wanted) {
    position = withDistribution(wanted);
  }

  /// Looks at the next token without asking.
  void lookAtNext() {
    position = OptionalInt.empty();
    onLook.run();
  }

  /// Nothing stands before the first token, so there is no distribution to look at.
  private static OptionalInt withDistribution(OptionalInt wanted) {
    return wanted.isPresent() && wanted.getAsInt() == 0 ? OptionalInt.empty() : wanted;
  }

  // Asking

  /// Asks for the distribution that is looked at; nothing while no model is open.
  void ask() {
    ask(false);
  }

  /// Asks for the distribution of the next token.
  void askForNext() {
    lookAtNext();
    ask(false);
  }

  /// Asks for the distribution of the next token after a token was appended.
  void askAfterAppending() {
    lookAtNext();
    ask(true);
  }

  private void ask(boolean addsToken) {
    if (model.descriptorProperty().get().isEmpty()) {
      return;
    }
    var ids = generation.steps().stream().map(Step::tokenId).toList();
    var row = position.isPresent() ? OptionalInt.of(position.getAsInt() - 1) : OptionalInt.empty();
    var startToken = prompt.startTokenChoiceProperty().get();
    var request = new PredictionRequest(prompt.textProperty().get(), ids, row, startToken);
    asked = new Asked(request, addsToken);
    onAsk.accept(request);
  }

  /// The text that the steps follow: that of the last request.
  String askedText() {
    return asked == null ? prompt.textProperty().get() : asked.request().prompt();
  }

  // Steps

  /// Draws a step when the distribution of the next token is there; asks for it if need be.
  void requestStep() {
    stepWaits = true;
    look(OptionalInt.empty());
  }

  /// Whether a step has waited for the answer; it waits no longer.
  boolean takeWaitingStep() {
    boolean waited = stepWaits;
    stepWaits = false;
    return waited;
  }

  // Answers

  /// Whether an outcome is that of the last request; what came of an older one is of no use.
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

  /// The last answer, also while another one is on its way.
  Optional<Prediction> answer() {
    return Optional.ofNullable(answer);
  }

  /// Whether the last answer is that to the last request.
  boolean isAnswered() {
    return answer != null && isLatest(answer);
  }

  /// Whether the last request added a single token to the one before it.
  boolean addedToken() {
    return asked != null && asked.addsToken();
  }

  /// The position of the first generated token, 0-based; 0 without an answer.
  int generatedFrom() {
    return answer().map(Prediction::generatedFrom).orElse(0);
  }
}
