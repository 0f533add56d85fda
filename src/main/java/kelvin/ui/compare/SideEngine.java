package kelvin.ui.compare;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.engine.SidePredictions;
import kelvin.engine.SlicedWork;
import kelvin.text.Vocabulary;
import kelvin.ui.compare.model.RunsOn;
import org.jspecify.annotations.Nullable;

/// Runs the work of a side on the side's model, and knows the tokens of that model.
final class SideEngine {

  private final SidePredictions shared;
  private final Consumer<SlicedWork> begin;
  private final Consumer<PredictionOutcome> listener;
  private SidePredictions predictions;
  private RunsOn runsOn = RunsOn.PLAYING;
  private @Nullable ModelWords playing;
  private final ReadOnlyObjectWrapper<@Nullable ModelWords> words =
      new ReadOnlyObjectWrapper<>(this, "words");

  /// The tokens of a model.
  ///
  /// @param logitCount the number of tokens that have a logit
  record ModelWords(Vocabulary vocabulary, int logitCount) {}

  /// @param shared answers with the playground's model, whose scores both sides share
  /// @param begin runs work of low priority
  /// @param listener called on the inference thread
  SideEngine(
      SidePredictions shared, Consumer<SlicedWork> begin, Consumer<PredictionOutcome> listener) {
    this.shared = shared.beside(listener);
    this.begin = begin;
    this.listener = listener;
    predictions = this.shared;
  }

  /// Runs another model from now on.
  void runOn(RunsOn now) {
    predictions.cancel();
    runsOn = now;
    // What is kept of a model is not to outlive it.
    predictions = now.beside().isEmpty() ? shared : shared.apart(this::begin, listener);
    words.set(
        now.beside()
            .map(beside -> new ModelWords(beside.vocabulary(), beside.descriptor().logitCount()))
            .orElse(now.ready() ? playing : null));
  }

  /// Takes over the tokens of another model of the playground.
  void playingChanged(ModelWords now) {
    playing = now;
    if (isOnPlaying()) {
      words.set(now);
    }
  }

  /// True if the side's model is the playground's.
  boolean isOnPlaying() {
    return runsOn.equals(RunsOn.PLAYING);
  }

  /// The tokens of the side's model; null while there is none.
  ReadOnlyObjectProperty<@Nullable ModelWords> wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /// Starts a request and cancels the previous one.
  void predict(PredictionRequest request) {
    predictions.predict(request);
  }

  /// Cancels the current request.
  void cancel() {
    predictions.cancel();
  }

  /// Runs work of low priority on the side's model.
  void begin(SlicedWork work) {
    begin.accept(runsOn.carrying(work));
  }
}
