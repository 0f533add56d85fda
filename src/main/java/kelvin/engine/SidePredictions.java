package kelvin.engine;

import java.util.Optional;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Answers requests for a prompt beside the first one with lower priority. A request to the engine
/// interrupts the answer, which then continues where it stopped. Only the latest request is
/// answered.
///
/// Keeps the scores of the last prompt beside the first, while the engine keeps those of the first.
public final class SidePredictions {

  private final Consumer<SlicedWork> begin;
  private final Consumer<PredictionOutcome> listener;

  private final Kept kept;

  private Optional<Work> current = Optional.empty();

  /// The predictor of all prompts beside the first. Only used on the inference thread.
  private static final class Kept {

    private final RowMemory rows;
    private @Nullable Predictor predictor;

    Kept(RowMemory rows) {
      this.rows = rows;
    }

    Predictor predictorOf(LoadedModel model) {
      var reusable = predictor;
      if (reusable == null || !reusable.model().equals(model)) {
        reusable = new Predictor(model, rows);
        predictor = reusable;
      }
      return reusable;
    }
  }

  /// @param begin `PredictionEngine.begin`
  /// @param rows the memory for rows of logits
  /// @param listener called on the inference thread
  public SidePredictions(
      Consumer<SlicedWork> begin, RowMemory rows, Consumer<PredictionOutcome> listener) {
    this(begin, listener, new Kept(rows));
  }

  private SidePredictions(
      Consumer<SlicedWork> begin, Consumer<PredictionOutcome> listener, Kept kept) {
    this.begin = begin;
    this.listener = listener;
    this.kept = kept;
  }

  /// Answers requests for one more prompt. Both use the scores of what their prompts share.
  ///
  /// @param another called on the inference thread
  public SidePredictions beside(Consumer<PredictionOutcome> another) {
    return new SidePredictions(begin, another, kept);
  }

  /// Answers requests with another model. Nothing is shared but the memory for rows of logits.
  ///
  /// @param others runs work with the other model
  /// @param another called on the inference thread
  public SidePredictions apart(Consumer<SlicedWork> others, Consumer<PredictionOutcome> another) {
    return new SidePredictions(others, another, new Kept(kept.rows));
  }

  /// Starts a request and cancels the previous one.
  public void predict(PredictionRequest request) {
    cancel();
    var work = new Work(request);
    current = Optional.of(work);
    begin.accept(work);
  }

  /// Cancels the current request; nothing is published for it.
  public void cancel() {
    current.ifPresent(work -> work.cancellation.cancel());
    current = Optional.empty();
  }

  private final class Work implements SlicedWork {

    private final PredictionRequest request;
    private final Cancellation cancellation = new Cancellation();

    Work(PredictionRequest request) {
      this.request = request;
    }

    @Override
    public boolean runSlice(LoadedModel model, Cancellation pause) {
      cancellation.throwIfCancelled();
      Prediction prediction;
      try (var _ = cancellation.onCancel(pause::cancel)) {
        prediction = kept.predictorOf(model).predict(request, pause);
      }
      publish(prediction);
      return false;
    }

    @Override
    public boolean isCancelled() {
      return cancellation.isCancelled();
    }

    @Override
    public void fail(String reason) {
      publish(new PredictionFailure(request, reason));
    }

    private void publish(PredictionOutcome outcome) {
      if (!cancellation.isCancelled()) {
        listener.accept(outcome);
      }
    }
  }
}
