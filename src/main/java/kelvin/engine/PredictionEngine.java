package kelvin.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.distribution.InvalidLogitsException;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Answers requests one at a time on the inference thread. A newer request cancels the older one:
/// only the latest prompt is ever worth showing.
///
/// The executor must run one task at a time, in order; all work on a model happens there, so a
/// model is never closed while it runs.
public final class PredictionEngine {

  private static final Logger LOG = System.getLogger(PredictionEngine.class.getName());

  private final Executor inferenceThread;
  private final Consumer<PredictionOutcome> listener;

  /// Guarded by this.
  private Cancellation current = new Cancellation();

  /// Only touched on the inference thread.
  private @Nullable Predictor predictor;

  /// @param listener called on the inference thread
  public PredictionEngine(Executor inferenceThread, Consumer<PredictionOutcome> listener) {
    this.inferenceThread = inferenceThread;
    this.listener = listener;
  }

  /// Takes over `model` and closes the one before.
  public void use(LoadedModel model) {
    supersede();
    inferenceThread.execute(
        () -> {
          closeModel();
          predictor = new Predictor(model);
        });
  }

  public void predict(PredictionRequest request) {
    var cancellation = supersede();
    inferenceThread.execute(() -> answer(request, cancellation));
  }

  /// Asks where texts stood in the context that was answered last. Waits its turn behind the
  /// request that runs and stops none, for it needs no run itself.
  ///
  /// @param answer called on the inference thread; not at all without a model
  public void trace(List<String> texts, Consumer<TextTraces> answer) {
    inferenceThread.execute(
        () -> {
          var ready = predictor;
          if (ready != null) {
            try {
              answer.accept(ready.trace(texts));
            } catch (InvalidLogitsException e) {
              // The request that met these logits has said so to the user.
              LOG.log(Level.DEBUG, "no trace", e);
            }
          }
        });
  }

  /// Stops what runs; nothing is published for it.
  public void cancel() {
    supersede();
  }

  /// Stops what runs and closes the model, after which nothing is published.
  public void close() {
    supersede();
    inferenceThread.execute(this::closeModel);
  }

  private synchronized Cancellation supersede() {
    current.cancel();
    current = new Cancellation();
    return current;
  }

  private void answer(PredictionRequest request, Cancellation cancellation) {
    var ready = predictor;
    if (ready == null || cancellation.isCancelled()) {
      return;
    }
    PredictionOutcome outcome;
    try {
      outcome = ready.predict(request, cancellation);
    } catch (CancelledException _) {
      return;
    } catch (InferenceException e) {
      outcome = new PredictionFailure(request, messageOf(e));
    } catch (InvalidLogitsException e) {
      outcome =
          new PredictionFailure(
              request, "The model's answer is no distribution: " + messageOf(e) + ".");
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.log(Level.ERROR, "prediction failed", e);
      outcome = new PredictionFailure(request, "The model failed on this prompt: " + e + ".");
    }
    if (!cancellation.isCancelled()) {
      listener.accept(outcome);
    }
  }

  private static String messageOf(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private void closeModel() {
    var old = predictor;
    predictor = null;
    if (old != null) {
      old.model().close();
    }
  }
}
