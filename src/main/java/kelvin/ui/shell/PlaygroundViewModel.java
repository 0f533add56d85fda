package kelvin.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.distribution.Draw;
import kelvin.engine.ContextToken.Origin;
import kelvin.engine.GeneratedStep;
import kelvin.engine.ModelEvent;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionFailure;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.text.Vocabulary;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.distribution.NextTokenPicture;
import kelvin.ui.fx.Pacer;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Step;
import kelvin.ui.generation.Steps;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.ui.sampling.SamplingViewModel;
import org.jspecify.annotations.Nullable;

/// What the panels share: which prompt is asked, which position is looked at, which answer is on
/// show. Sliders only evaluate the answer anew; the prompt, the steps and the selection ask.
public final class PlaygroundViewModel {

  private final PromptViewModel prompt = new PromptViewModel();
  private final DistributionViewModel distribution = new DistributionViewModel();
  private final SamplingViewModel sampling = new SamplingViewModel();
  private final ModelViewModel model = new ModelViewModel();
  private final StatusViewModel status = new StatusViewModel();
  private final GenerationViewModel generation;
  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
  private Consumer<PredictionRequest> onAsk = _ -> {};

  private Vocabulary vocabulary = Vocabulary.ofIds(0);
  private @Nullable PredictionRequest asked;

  /// The answer on show; null while there is none.
  private @Nullable Prediction shown;

  /// The token whose distribution is looked at, by position in the context; none for the next one.
  private OptionalInt selected = OptionalInt.empty();

  private int caret = Integer.MAX_VALUE;
  private boolean stepWanted;
  private boolean stepAsked;
  private boolean replacing;

  public PlaygroundViewModel(Pacer pacer) {
    generation = new GenerationViewModel(pacer);
    prompt.textProperty().subscribe((_, _) -> promptChanged());
    prompt.setOnCaret(this::caretMoved);
    sampling.parametersProperty().subscribe(_ -> evaluate());
    sampling.seedProperty().subscribe(_ -> evaluate());
    sampling.modeProperty().subscribe(_ -> evaluate());
    distribution.setOnForce(this::force);
    distribution.setOnTopP(value -> sampling.topPProperty().set(value));
    distribution.showMessage("Opening the model …");
    generation.setOnStep(this::step);
    generation.setOnBack(this::back);
    generation.selectedProperty().subscribe(index -> stepSelected(index.intValue()));
  }

  public void setOnAsk(Consumer<PredictionRequest> onAsk) {
    this.onAsk = onAsk;
  }

  // What comes from the engine

  /// Called on the FX thread with every answer; those of superseded requests are dropped.
  public void show(PredictionOutcome outcome) {
    if (!outcome.request().equals(asked)) {
      return;
    }
    distribution.staleProperty().set(false);
    switch (outcome) {
      case PredictionFailure failure -> showFailure(failure.message());
      case Prediction prediction -> showPrediction(prediction);
    }
  }

  private void showFailure(String message) {
    shown = null;
    generation.stop();
    generation.readyProperty().set(false);
    prompt.showProblem(message);
    distribution.showMessage(message);
    sampling.show(null);
    sampling.showDraw("");
  }

  private void showPrediction(Prediction prediction) {
    shown = prediction;
    prompt.show(prediction.tokens());
    generation.readyProperty().set(true);
    status.show(prediction, model.descriptorProperty().get(), stepAsked && prediction.isAtEnd());
    stepAsked = false;
    evaluate();
    frameSelection();
    if (prediction.isAtEnd() && selected.isEmpty()) {
      followCaret();
      if (stepWanted) {
        stepWanted = false;
        step();
      } else {
        generation.arrived();
      }
    }
  }

  /// Called on the FX thread with what happens to the model.
  public void show(ModelEvent event) {
    model.show(event);
    if (event instanceof ModelEvent.Opened(var descriptor, var itsVocabulary)) {
      vocabulary = itsVocabulary;
      sampling.vocabularySizeProperty().set(descriptor.logitCount());
      status.showModel(descriptor);
      dropSteps("Another model has other tokens: the generated ones were put aside.");
      askForNext();
    } else if (event instanceof ModelEvent.Failed && model.descriptorProperty().get().isEmpty()) {
      distribution.showMessage(model.problemProperty().get());
    }
  }

  // What the panels do

  private void promptChanged() {
    prompt.currentProperty().set(false);
    if (!replacing) {
      generation.stop();
      dropSteps("The prompt changed: what was generated after it was put aside.");
    }
    askForNext();
  }

  private void caretMoved(int index) {
    caret = index;
    if (prompt.currentProperty().get()) {
      var position = prompt.positionAt(index);
      if (!position.equals(selected) && (position.isPresent() || isInPrompt(selected))) {
        look(position);
      }
    }
  }

  private boolean isInPrompt(OptionalInt position) {
    return position.isPresent() && position.getAsInt() < generatedFrom();
  }

  /// After an edit inside the text the caret still stands there.
  private void followCaret() {
    if (caret < prompt.textProperty().get().length() && generation.steps().isEmpty()) {
      caretMoved(caret);
    }
  }

  private void stepSelected(int index) {
    if (index >= 0) {
      look(OptionalInt.of(generatedFrom() + index));
    } else if (!isInPrompt(selected) && selected.isPresent()) {
      look(OptionalInt.empty());
    }
  }

  /// Shows the distribution of the token at a position, or that of the next token.
  private void look(OptionalInt position) {
    // Nothing stands before the first token, so there is no distribution to look at.
    var target = position.isPresent() && position.getAsInt() == 0 ? OptionalInt.empty() : position;
    if (!target.equals(selected)) {
      selected = target;
      frameSelection();
      ask();
    }
  }

  private void frameSelection() {
    prompt.frame(selected);
    boolean isStep = selected.isPresent() && !isInPrompt(selected);
    generation.selectedProperty().set(isStep ? selected.getAsInt() - generatedFrom() : -1);
  }

  private void step() {
    var now = shown;
    if (now == null || !now.request().equals(asked) || !now.isAtEnd() || selected.isPresent()) {
      stepWanted = true;
      if (selected.isPresent()) {
        look(OptionalInt.empty());
      }
      return;
    }
    int limit =
        model
            .descriptorProperty()
            .get()
            .map(descriptor -> descriptor.contextLength().orElse(Integer.MAX_VALUE))
            .orElse(Integer.MAX_VALUE);
    if (now.tokens().size() >= limit) {
      generation.finish("the context is full");
      return;
    }
    var truncated = distribution.evaluate(now.logits(), sampling.parametersProperty().get());
    var mode = sampling.modeProperty().get();
    var draw = mode.draw(truncated, sampling.seedProperty().get(), generation.steps().size());
    append(draw, false);
    if (endOfText().contains(draw.tokenId())) {
      generation.finish("end of text");
    }
  }

  private List<Integer> endOfText() {
    return model
        .descriptorProperty()
        .get()
        .map(kelvin.inference.ModelDescriptor::endOfTextIds)
        .orElse(List.of());
  }

  private void append(Draw draw, boolean forced) {
    var now = shown;
    if (now != null) {
      var truncated = distribution.evaluate(now.logits(), sampling.parametersProperty().get());
      var numbers =
          GeneratedStep.of(
              generation.steps().size(), draw, distribution.ownProbability(draw.rank()), truncated);
      generation.steps().add(Steps.of(numbers, vocabulary.visibleText(draw.tokenId()), forced));
      stepAsked = true;
      askForNext();
    }
  }

  private void back() {
    generation.steps().removeLast();
    askForNext();
  }

  /// Takes the token at a rank of the distribution on show and goes on from there.
  private void force(int rank) {
    var now = shown;
    if (now == null || !now.request().equals(asked)) {
      return;
    }
    generation.stop();
    var draw = new Draw(rank, now.logits().tokenAtRank(rank), Double.NaN);
    int position = now.position() + 1;
    if (!now.isAtEnd()) {
      keepForLater("The text after the forced token was put aside.");
      cutAt(position, now);
    }
    append(draw, true);
  }

  /// Drops the token at a position and all after it.
  private void cutAt(int position, Prediction now) {
    int kept = Math.max(0, position - generatedFrom());
    generation.steps().remove(kept, generation.steps().size());
    if (now.tokens().get(position).origin() == Origin.PROMPT) {
      int end = now.tokens().get(position).span().orElseThrow().start();
      replaceText(prompt.textProperty().get().substring(0, end));
    }
  }

  // Putting aside and bringing back

  private void dropSteps(String sentence) {
    if (!generation.steps().isEmpty()) {
      keepForLater(sentence);
      generation.steps().clear();
    }
  }

  private void keepForLater(String sentence) {
    var request = asked;
    var text = request == null ? prompt.textProperty().get() : request.prompt();
    var steps = List.copyOf(generation.steps());
    var before = vocabulary;
    notice.set(
        Optional.of(
            new Notice(
                sentence,
                () -> {
                  notice.set(Optional.empty());
                  replaceText(text);
                  // Ids mean nothing to another model.
                  generation.steps().setAll(before == vocabulary ? steps : List.of());
                  askForNext();
                })));
  }

  private void replaceText(String text) {
    replacing = true;
    prompt.textProperty().set(text);
    replacing = false;
  }

  public void dismissNotice() {
    notice.set(Optional.empty());
  }

  // Asking and evaluating

  private void askForNext() {
    selected = OptionalInt.empty();
    frameSelection();
    ask();
  }

  private void ask() {
    if (model.descriptorProperty().get().isEmpty() || replacing) {
      return;
    }
    var ids = new ArrayList<Integer>();
    generation.steps().forEach((Step step) -> ids.add(step.tokenId()));
    var position =
        selected.isPresent() ? OptionalInt.of(selected.getAsInt() - 1) : OptionalInt.empty();
    var request = new PredictionRequest(prompt.textProperty().get(), ids, position);
    asked = request;
    distribution.staleProperty().set(shown != null);
    onAsk.accept(request);
  }

  /// Recomputes what the sliders change, from the logits on show.
  private void evaluate() {
    var now = shown;
    if (now == null) {
      return;
    }
    var truncated = distribution.evaluate(now.logits(), sampling.parametersProperty().get());
    var picture = new NextTokenPicture(now, truncated, vocabulary);
    var mark =
        now.isAtEnd()
            ? picture.nextDraw(
                sampling.modeProperty().get(),
                sampling.seedProperty().get(),
                generation.steps().size())
            : picture.standingToken();
    distribution.headingProperty().set(picture.heading());
    distribution.show(truncated, vocabulary::visibleText, mark.mark());
    sampling.show(truncated);
    sampling.showDraw(mark.sentence());
  }

  private int generatedFrom() {
    var now = shown;
    if (now == null) {
      return 0;
    }
    int count = 0;
    for (var token : now.tokens()) {
      count += token.origin() == Origin.GENERATED ? 0 : 1;
    }
    return count;
  }

  public PromptViewModel prompt() {
    return prompt;
  }

  public DistributionViewModel distribution() {
    return distribution;
  }

  public SamplingViewModel sampling() {
    return sampling;
  }

  public GenerationViewModel generation() {
    return generation;
  }

  public ModelViewModel model() {
    return model;
  }

  public StatusViewModel status() {
    return status;
  }

  /// Something was put aside and can be brought back.
  public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }
}
