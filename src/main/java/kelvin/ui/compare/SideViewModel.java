package kelvin.ui.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import kelvin.display.Compared;
import kelvin.distribution.Logits;
import kelvin.engine.ContextToken;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionFailure;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.engine.SidePredictions;
import kelvin.engine.SlicedWork;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;
import kelvin.text.Vocabulary;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.compare.SideEngine.ModelWords;
import kelvin.ui.compare.model.SideModel;
import kelvin.ui.fx.LatestOnFxThread;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.sampling.SamplingViewModel;
import kelvin.workspace.comparison.ComparedSide;
import org.jspecify.annotations.Nullable;

/// One side of the comparison: a prompt and a sampling, each the playground's or its own, and what
/// the model gives for them. Only what is looked at is asked for; each change cancels what runs.
public final class SideViewModel {

  private final PlaygroundSide playground;
  private final SidePrompt prompt;
  private final SideSampling sampling;
  private final SideDistribution distribution;
  private final SideQuestions questions;
  private final SideEngine engine;
  private final SideModel model;
  private final ObjectProperty<Compared> compared =
      new SimpleObjectProperty<>(this, "compared", Compared.TOKEN);
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private Function<PredictionRequest, Optional<Prediction>> known = _ -> Optional.empty();
  private @Nullable PredictionRequest asked;

  /// The place inside a text that is looked at in place of the end of the prompt.
  private Optional<PredictionRequest> looked = Optional.empty();

  /// @param model the model of the side
  /// @param begin runs work of low priority
  /// @param background runs what takes longer than a frame
  SideViewModel(
      PlaygroundSide playground,
      SideModel model,
      SidePredictions shared,
      Consumer<SlicedWork> begin,
      Executor background,
      Executor fxThread) {
    this.playground = playground;
    this.model = model;
    engine = new SideEngine(shared, begin, new LatestOnFxThread<>(fxThread, this::show));
    prompt = new SidePrompt(playground);
    sampling = new SideSampling(playground, background, fxThread);
    distribution = new SideDistribution(sampling);
    questions = new SideQuestions(playground, engine, fxThread);
    prompt.textProperty().subscribe(_ -> ask());
    prompt.followsProperty().subscribe(_ -> askForLabels());
    playground
        .trial()
        .subscribe(
            _ -> {
              ask();
              askForLabels();
              askForAnswers();
            });
    playground.startToken().subscribe(_ -> ask());
    playground.unit().subscribe(_ -> evaluate());
    sampling.viewModel().chainProperty().subscribe(_ -> evaluate());
    shown.subscribe(_ -> ask());
    shown.subscribe((_, _) -> evaluate());
    compared.subscribe(_ -> askForMore());
    model
        .runsOnProperty()
        .subscribe(
            (_, now) -> {
              engine.runOn(now);
              modelChanged();
            });
  }

  /// @param known returns an answer that needs no run, such as that of the other side
  void setKnown(Function<PredictionRequest, Optional<Prediction>> known) {
    this.known = known;
  }

  /// Takes over the vocabulary of another model of the playground and asks again.
  void setVocabulary(Vocabulary now, int logitCount) {
    engine.playingChanged(new ModelWords(now, logitCount));
    if (engine.isOnPlaying()) {
      modelChanged();
    }
  }

  private void modelChanged() {
    forget();
    var words = engine.wordsProperty().get();
    if (words != null) {
      sampling.viewModel().setVocabulary(words.vocabulary());
      sampling.viewModel().vocabularySizeProperty().set(words.logitCount());
      ask();
    }
  }

  /// Removes the numbers of a model that is no longer open.
  void forget() {
    asked = null;
    distribution.showNothing("");
    questions.clear(prompt.trial(), startToken());
  }

  // Asking

  private void ask() {
    questions.answers().shownProperty().set(shown.get() && compared.get() == Compared.ANSWERS);
    if (!shown.get() || vocabulary() == null) {
      return;
    }
    if (prompt.textProperty().get().isEmpty() && place().isEmpty()) {
      engine.cancel();
      asked = null;
      questions.answers().clear();
      distribution.showNothing("");
      askForLabels();
      return;
    }
    var request = request();
    if (!request.equals(asked)) {
      asked = request;
      distribution.outdate();
      questions.answers().outdate();
      known
          .apply(request)
          // A comparison needs all tokens: asking says that a server does not give them.
          .filter(answer -> answer.logits().top().isEmpty())
          .ifPresentOrElse(
              answer -> {
                engine.cancel();
                show(answer);
              },
              () -> engine.predict(request));
    }
    askForLabels();
  }

  private PredictionRequest request() {
    return place()
        .orElseGet(
            () ->
                new PredictionRequest(
                    prompt.textProperty().get(),
                    List.of(),
                    OptionalInt.empty(),
                    prompt.startToken()));
  }

  /// Labels and answers stand behind the whole prompt, so only the next token is looked at inside.
  private Optional<PredictionRequest> place() {
    return compared.get() == Compared.TOKEN ? looked : Optional.empty();
  }

  /// Shows the distribution at a place inside a text; that at the end of the prompt for none.
  void look(Optional<PredictionRequest> wanted) {
    looked = wanted;
    ask();
  }

  /// The answer of the model to a request, if this side has it.
  Optional<Prediction> answerTo(PredictionRequest request) {
    return distribution.prediction().filter(answer -> answer.request().equals(request));
  }

  private void show(PredictionOutcome outcome) {
    var words = vocabulary();
    if (words == null || !outcome.request().equals(asked)) {
      return;
    }
    switch (outcome) {
      case PredictionFailure failure -> {
        questions.answers().clear();
        distribution.showNothing(failure.message());
      }
      case Prediction answer -> {
        distribution.show(answer, words, playground.unit().getValue());
        askForAnswers();
      }
    }
  }

  private void askForMore() {
    ask();
    askForAnswers();
  }

  private void askForLabels() {
    if (shown.get() && vocabulary() != null && compared.get() == Compared.LABELS) {
      questions.askForLabels(prompt.trial(), prompt.textProperty().get().isEmpty(), startToken());
    }
  }

  private void askForAnswers() {
    var words = vocabulary();
    var answer = distribution.prediction();
    if (words != null
        && place().isEmpty()
        && answer.isPresent()
        && !distribution.staleProperty().get()) {
      var context = answer.get().tokens().stream().map(ContextToken::id).toList();
      questions.answers().ask(context, prompt.trial(), words);
    }
  }

  /// A hidden side is evaluated when it is shown, so that it costs the playground's sliders
  /// nothing.
  private void evaluate() {
    var words = vocabulary();
    if (words != null && shown.get()) {
      distribution.evaluate(words, playground.unit().getValue());
    }
  }

  /// The rule for the start token before the prompt.
  StartToken startToken() {
    return prompt.startToken();
  }

  /// Makes a text the side's own prompt.
  ///
  /// @param isWhole true if nothing is put before it, because it brings its own start token
  void own(String text, boolean isWhole) {
    prompt.own(text, isWhole);
  }

  // The state that a session keeps

  ComparedSide state() {
    return new ComparedSide(
        prompt.own(), sampling.own(), prompt.isWhole(), model.chosenProperty().get());
  }

  void restore(ComparedSide wanted) {
    sampling.restore(wanted.sampling());
    prompt.restore(wanted.prompt(), wanted.whole());
    model.chosenProperty().set(wanted.model());
  }

  // Parts and properties

  /// The stages of the sampling. A change makes them the side's own.
  public SamplingViewModel sampling() {
    return sampling.viewModel();
  }

  public LabelsViewModel labels() {
    return questions.labels();
  }

  public WholeAnswersViewModel answers() {
    return questions.answers();
  }

  /// The model of the side.
  public SideModel model() {
    return model;
  }

  /// Runs work of low priority on the side's model.
  void begin(SlicedWork work) {
    engine.begin(work);
  }

  /// The model's own logits of the next token; empty if there are none.
  Optional<Logits> logits() {
    return distribution.prediction().map(Prediction::logits);
  }

  /// The vocabulary of the side's model; null while there is none.
  @Nullable Vocabulary vocabulary() {
    var words = engine.wordsProperty().get();
    return words == null ? null : words.vocabulary();
  }

  /// The vocabulary of the side's model; null while there is none.
  ObservableValue<@Nullable Vocabulary> vocabularyProperty() {
    return engine.wordsProperty().map(words -> Objects.requireNonNull(words).vocabulary());
  }

  /// True if the side's model is the playground's.
  boolean isOnPlaying() {
    return engine.isOnPlaying();
  }

  /// The playground's prompt, whose labels both sides have.
  Trial playgroundTrial() {
    return playground.trial().getValue();
  }

  /// The tokens of the context after which answers are sought.
  List<Integer> context() {
    return distribution
        .prediction()
        .map(answer -> answer.tokens().stream().map(ContextToken::id).toList())
        .orElse(List.of());
  }

  /// The prompt. A change by the user makes it the side's own.
  public StringProperty textProperty() {
    return prompt.textProperty();
  }

  /// True while the prompt is the playground's.
  public BooleanProperty followsPromptProperty() {
    return prompt.followsProperty();
  }

  /// True while the sampling is the playground's.
  public BooleanProperty followsSamplingProperty() {
    return sampling.followsProperty();
  }

  /// The distribution of the next token; null for none.
  public ReadOnlyObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return distribution.pictureProperty();
  }

  ReadOnlyStringProperty headingProperty() {
    return distribution.headingProperty();
  }

  /// The reason why there is no distribution, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return distribution.problemProperty();
  }

  /// The reason why there are no labels, or empty.
  ObservableValue<String> labelsProblem() {
    return orFailure(questions.labels().problemProperty());
  }

  /// The reason why there are no answers, or empty.
  ObservableValue<String> answersProblem() {
    return orFailure(questions.answers().problemProperty());
  }

  /// Labels and answers leave it to the prompt to say that it cannot be run.
  private ObservableValue<String> orFailure(ObservableValue<String> own) {
    var failure = distribution.failure();
    return Bindings.createStringBinding(
        () -> own.getValue().isEmpty() ? failure.getValue() : own.getValue(), own, failure);
  }

  /// True if the distribution belongs to an earlier text.
  public ReadOnlyBooleanProperty staleProperty() {
    return distribution.staleProperty();
  }

  /// The numbers that are looked at.
  ObjectProperty<Compared> comparedProperty() {
    return compared;
  }

  /// True if the comparison is visible. Only then does the prompt run.
  BooleanProperty shownProperty() {
    return shown;
  }
}
