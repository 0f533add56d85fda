package kelvin.engine;

import java.util.Optional;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Answers requests about a second prompt behind those of the first: a request to the engine stops
/// one of these, which then begins again where it was. Of several only the latest is answered.
///
/// What was scored of the second prompt is kept beside what the engine keeps of the first.
public final class SidePredictions {

  private final Consumer<SlicedWork> begin;
  private final Consumer<PredictionOutcome> listener;

  /// Only touched on the inference thread.
  private @Nullable Predictor predictor;

  private Optional<Work> current = Optional.empty();

  /// @param begin `PredictionEngine.begin`
  /// @param listener called on the inference thread
  public SidePredictions(Consumer<SlicedWork> begin, Consumer<PredictionOutcome> listener) {
    this.begin = begin;
    this.listener = listener;
  }

  /// Asks, and lets go of what was asked before.
  public void predict(PredictionRequest request) {
    cancel();
    var work = new Work(request);
    current = Optional.of(work);
    begin.accept(work);
  }

  /// Nothing is published for what was asked.
  public void cancel() {
    current.ifPresent(work -> work.cancellation.cancel());
    current = Optional.empty();
  }

  private Predictor predictorOf(LoadedModel model) {
    var ready = predictor;
    if (ready == null || !ready.model().equals(model)) {
      ready = new Predictor(model);
      predictor = ready;
    }
    return ready;
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
        prediction = predictorOf(model).predict(request, pause);
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
