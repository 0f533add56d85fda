package kelvin.ui.playground;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.engine.ModelEvent;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionFailure;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.engine.SlicedWork;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.folder.ModelName;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.figure.FigureData;
import kelvin.ui.fx.Pacer;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.ui.sampling.SamplingViewModel;
import kelvin.ui.watch.WatchViewModel;

/// The state that the panels share: the prompt, the steps after it, and the selected position. A
/// slider only evaluates the current answer again; every other change sends a request.
public final class PlaygroundViewModel {

  private final PromptViewModel prompt;
  private final DistributionViewModel distribution;
  private final SamplingViewModel sampling;
  private final ModelViewModel model = new ModelViewModel();
  private final StatusViewModel status = new StatusViewModel();
  private final GenerationViewModel generation;
  private final WatchViewModel watch = new WatchViewModel();
  private final LabelsViewModel labels;
  private final PromptChecks composed;
  private final Notices notices = new Notices();
  private final Inquiry inquiry;
  private final AnswerPresenter answer;
  private final AnswersInquiry answers;
  private final Selection selection;
  private final CurrentWork work;
  private final Pages pages;
  private final Stepping stepping;
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);

  /// @param background runs what is slow and needs no model, one task at a time
  /// @param copies opens and runs second copies of the model, one task at a time
  public PlaygroundViewModel(Pacer pacer, Executor background, Executor copies, Executor fxThread) {
    prompt = new PromptViewModel(background, copies, fxThread);
    labels = new LabelsViewModel(fxThread);
    composed = new PromptChecks(prompt, labels);
    generation = new GenerationViewModel(pacer);
    distribution = new DistributionViewModel(background, copies, fxThread);
    sampling = new SamplingViewModel(background, fxThread);
    inquiry = new Inquiry(prompt, generation, model);
    answer = new AnswerPresenter(inquiry, prompt, distribution, sampling, watch);
    answers = new AnswersInquiry(inquiry, prompt, labels, generation, distribution);
    selection = new Selection(prompt, generation, inquiry);
    work = new CurrentWork(prompt, generation, inquiry, notices, model);
    stepping = new Stepping(answer, generation, model, work, inquiry);
    prompt.textProperty().subscribe((_, _) -> promptChanged());
    prompt.startTokenInUse().subscribe((_, _) -> promptChanged());
    prompt.setOnDelete(this::continuationDeleted);
    sampling.chainProperty().subscribe(_ -> evaluate());
    sampling.seedProperty().subscribe(_ -> evaluate());
    sampling.modeProperty().subscribe(_ -> evaluate());
    distribution.setOnForce(stepping::force);
    distribution.setOnTemperature(value -> sampling.temperatureProperty().set(value));
    distribution.setOnTopP(value -> sampling.topPProperty().set(value));
    watch.tokenIdsProperty().subscribe(distribution.film()::watch);
    watch.tokenIdsProperty().subscribe(distribution.layers()::watch);
    distribution.layers().setOnChange(() -> answer.lensChanged(generation.steps().size()));
    distribution.showMessage("Opening the model …");
    generation.shadingProperty().bind(prompt.shadingProperty());
    generation.setOnStep(stepping::step);
    generation.setOnBack(stepping::back);
    generation.setOnMakePrompt(work::makePrompt);
    new RunningText(prompt, generation, answer::vocabulary);
    distribution.playingProperty().bind(generation.playingProperty());
    prompt.playingProperty().bind(generation.playingProperty());
    distribution.unitProperty().bind(unit);
    sampling.unitProperty().bind(unit);
    prompt.unitProperty().bind(unit);
    prompt.effects().unitProperty().bind(unit);
    generation.unitProperty().bind(unit);
    labels.unitProperty().bind(unit);
    status.unitProperty().bind(unit);
    pages = new Pages(this, inquiry::answer, background, fxThread);
    new PathRecorder(prompt, generation, new PathsPlayground(this), work, pages.paths());
    distribution.setOnNear(pages::showNeighbors);
  }

  /// Sets the destination of requests; called once, before the first model opens.
  public void setOnAsk(Consumer<PredictionRequest> onAsk) {
    inquiry.setOnAsk(
        request -> {
          distribution.staleProperty().set(inquiry.answer().isPresent());
          answers.asked();
          onAsk.accept(request);
          composed.ask();
        });
  }

  /// Sets the destination of work that can wait; called once, before the first model opens.
  public void setOnWork(Consumer<SlicedWork> onWork) {
    composed.setOnWork(onWork);
    prompt.inner().setOnWork(onWork);
    distribution.answers().setOnWork(onWork);
    distribution.layers().setOnWork(onWork);
    pages.setOnBegin(onWork);
  }

  // Events of the engine

  /// Takes an outcome, on the FX thread; those of superseded requests are ignored.
  public void show(PredictionOutcome outcome) {
    if (!inquiry.isLatest(outcome)) {
      return;
    }
    distribution.staleProperty().set(false);
    switch (outcome) {
      case PredictionFailure failure -> showFailure(failure);
      case Prediction prediction -> showPrediction(prediction);
    }
  }

  private void showFailure(PredictionFailure failure) {
    removeAnswer();
    if (isAboutEndOfRecord()) {
      // The last token has the row before it, unless the text left the record earlier.
      generation.noteProperty().set("the record ends here");
      inquiry.look(OptionalInt.of(generation.steps().getLast().token().position()));
    } else if (failure.tooLong()) {
      answer.showNoAnswer("There is no distribution for this prompt.");
    } else if (prompt.composer().isChatWithoutText()) {
      answer.showNoAnswer("The chat has no text yet: its editor says why.");
    } else if (isRecordOpen()) {
      // The end of a record is no fault of the prompt.
      answer.showNoAnswer(failure.message());
    } else {
      answer.showFailure(failure.message());
    }
  }

  private boolean isAboutEndOfRecord() {
    return inquiry.isAboutNext() && !generation.steps().isEmpty() && isRecordOpen();
  }

  private boolean isRecordOpen() {
    return model.descriptorProperty().get().map(ModelDescriptor::isRecord).orElse(false);
  }

  private void removeAnswer() {
    inquiry.failed();
    answers.removed();
    generation.stop();
    generation.readyProperty().set(false);
    composed.answered(Optional.empty());
    status.showNoAnswer();
  }

  private void showPrediction(Prediction prediction) {
    inquiry.answered(prediction);
    answer.show(prediction);
    pages.tuning().watchAgain();
    generation.readyProperty().set(true);
    boolean isStep = inquiry.addedToken() && prediction.isAtEnd();
    status.show(prediction, model.descriptorProperty().get(), isStep);
    if (isStep) {
      distribution.bars().returnToTop();
    }
    evaluate();
    composed.answered(answer.topToken());
    answers.ask();
    selection.mark();
    if (prediction.isAtEnd() && inquiry.isAboutNext() && !stepping.takeWaiting()) {
      generation.distributionArrived();
      selection.followCaret();
    }
  }

  /// Takes an event of the model, on the FX thread.
  public void show(ModelEvent event) {
    model.show(event);
    pages.show(event);
    if (event instanceof ModelEvent.Opened(var descriptor, var vocabulary, _, var chatTemplates)) {
      if (!generation.steps().isEmpty()) {
        work.drop("The new model has other tokens, so the continuation was set aside.");
        inquiry.lookAtNext();
      }
      generation.noteProperty().set("");
      distribution.layers().modelOpened();
      answer.setVocabulary(vocabulary);
      sampling.vocabularySizeProperty().set(descriptor.logitCount());
      status.showModel(descriptor);
      composed.reset();
      work.rendering(() -> prompt.composer().chat().setTemplates(chatTemplates));
      prompt.inner().modelOpened(vocabulary::visibleText);
      work.opened(descriptor, vocabulary);
      pages.paths().modelOpened(vocabulary, work.model(), descriptor.isRecord());
    } else if (event instanceof ModelEvent.Proving(double progress)) {
      model.descriptorProperty().get().ifPresent(open -> status.showProving(open, progress));
    } else if (event instanceof ModelEvent.Proved(var descriptor)) {
      status.showProof(descriptor);
    } else if (event instanceof ModelEvent.Distrusted distrusted) {
      closeDistrusted(distrusted);
    } else if (event instanceof ModelEvent.Failed && model.descriptorProperty().get().isEmpty()) {
      distribution.showMessage(model.problemProperty().get());
    } else if (event instanceof ModelEvent.Stopped && model.descriptorProperty().get().isEmpty()) {
      distribution.showMessage("No model is open. Choose one with the button at the top.");
    } else if (event instanceof ModelEvent.Failed || event instanceof ModelEvent.Stopped) {
      work.openingFailed();
    }
  }

  /// Removes all numbers of a model that was closed for a fault.
  private void closeDistrusted(ModelEvent.Distrusted event) {
    work.drop("The continuation was set aside, because its numbers may be wrong.");
    inquiry.lookAtNext();
    removeAnswer();
    forgetInside();
    answer.removeNumbers(
        "From %d tokens on, the logits of %s depend on how it is run."
                .formatted(event.length(), ModelName.of(event.folder()))
            + (event.reopens() ? " Kelvin tries another way …" : ""));
    composed.reset();
    status.showNoModel();
  }

  /// Stops what runs in second copies of the model, because the model is closed or the window is.
  public void forgetInside() {
    distribution.layers().forget();
    prompt.inner().forget();
    pages.tuning().forget();
    pages.adapt().forget();
  }

  // The prompt

  private void promptChanged() {
    textChanged();
    work.promptChanged();
  }

  private void continuationDeleted() {
    textChanged();
    work.deleteContinuation();
  }

  private void textChanged() {
    prompt.currentProperty().set(false);
    prompt.inner().outdate();
    distribution.layers().outdate();
    generation.noteProperty().set("");
    selection.promptChanged();
  }

  private void evaluate() {
    boolean there = answer.evaluate(generation.steps().size());
    if (inquiry.answer().isPresent()) {
      var reason = answer.whyNoDraw();
      generation
          .whyNoDrawProperty()
          .set(reason.isEmpty() ? "There is no distribution to draw from." : reason);
      generation.readyProperty().set(there && reason.isEmpty());
      if (!generation.readyProperty().get()) {
        generation.stop();
      }
    }
  }

  /// The data for figures of the visible answer, or none.
  public Optional<FigureData> figureData() {
    return answer.figureData(model.nameProperty().get());
  }

  // The panels

  public PromptViewModel prompt() {
    return prompt;
  }

  public DistributionViewModel distribution() {
    return distribution;
  }

  public SamplingViewModel sampling() {
    return sampling;
  }

  public WatchViewModel watch() {
    return watch;
  }

  public GenerationViewModel generation() {
    return generation;
  }

  public ModelViewModel model() {
    return model;
  }

  /// The labels after the prompt.
  public LabelsViewModel labels() {
    return labels;
  }

  public StatusViewModel status() {
    return status;
  }

  /// The pages beside the playground.
  public Pages pages() {
    return pages;
  }

  /// The prompt and the tokens generated after it, as one piece of work.
  public CurrentWork work() {
    return work;
  }

  /// The position of the selected token; empty for the next one.
  public OptionalInt position() {
    return inquiry.position();
  }

  /// The unit of entropies, surprisals, losses and divergences in the window.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// The message above the panels.
  public Notices notices() {
    return notices;
  }
}
