package kelvin.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.distribution.InvalidLogitsException;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
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
  private final WorkQueue works;

  /// Guarded by this.
  private Cancellation current = new Cancellation();

  /// Only touched on the inference thread.
  private @Nullable Predictor predictor;

  /// @param listener called on the inference thread
  public PredictionEngine(Executor inferenceThread, Consumer<PredictionOutcome> listener) {
    this.inferenceThread = inferenceThread;
    this.listener = listener;
    works = new WorkQueue(inferenceThread);
  }

  /// Takes over `model` and closes the one before.
  public void use(LoadedModel model) {
    supersede();
    var orphaned = works.takeAll();
    inferenceThread.execute(
        () -> {
          closeModel();
          orphaned.stream().filter(work -> !work.isCancelled()).forEach(PredictionEngine::orphan);
          predictor = new Predictor(model);
        });
  }

  public void predict(PredictionRequest request) {
    var cancellation = supersede();
    inferenceThread.execute(() -> answer(request, cancellation));
  }

  /// Begins work that can wait: slices of it run between the answers to requests, and a request
  /// that comes during a slice stops that slice. What was begun last goes on first.
  public void begin(SlicedWork work) {
    works.begin(work, this::runSlice);
  }

  private void runSlice() {
    var ready = predictor;
    works.runSlice(ready == null ? null : ready.model(), this::runSlice);
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
    works.takeAll();
    inferenceThread.execute(this::closeModel);
  }

  private synchronized Cancellation supersede() {
    current.cancel();
    current = new Cancellation();
    works.pause();
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
    } catch (RuntimeException | OutOfMemoryError e) {
      outcome = new PredictionFailure(request, FailureSentence.of(e));
    }
    if (!cancellation.isCancelled()) {
      listener.accept(outcome);
    }
  }

  private static void orphan(SlicedWork work) {
    work.fail("Another model was opened; start it again to run it on that one.");
  }

  private void closeModel() {
    var old = predictor;
    predictor = null;
    if (old != null) {
      old.model().close();
    }
  }
}
