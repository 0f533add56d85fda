package kelvin.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.distribution.InvalidLogitsException;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Answers requests one at a time on the inference thread. A newer request cancels an older one,
/// because only the latest prompt is shown.
///
/// The executor must run one task at a time, in order. All work on a model happens there, so a
/// model is never closed during a run.
public final class PredictionEngine {

  private static final Logger LOG = System.getLogger(PredictionEngine.class.getName());

  private final Executor inferenceThread;
  private final Consumer<PredictionOutcome> listener;
  private final WorkQueue slicedWork;
  private final RowMemory rows;

  /// Guarded by this.
  private Cancellation current = new Cancellation();

  /// Only used on the inference thread.
  private @Nullable Predictor predictor;

  /// @param listener called on the inference thread
  public PredictionEngine(Executor inferenceThread, Consumer<PredictionOutcome> listener) {
    this(inferenceThread, listener, new RowMemory());
  }

  /// @param listener called on the inference thread
  /// @param rows the memory for rows of logits
  public PredictionEngine(
      Executor inferenceThread, Consumer<PredictionOutcome> listener, RowMemory rows) {
    this(inferenceThread, listener, rows, WorkQueue.IDLE);
  }

  /// @param idle the time without requests after which work that waits for idle goes on
  PredictionEngine(
      Executor inferenceThread,
      Consumer<PredictionOutcome> listener,
      RowMemory rows,
      Duration idle) {
    this.rows = rows;
    this.inferenceThread = inferenceThread;
    this.listener = listener;
    slicedWork = new WorkQueue(inferenceThread, idle);
  }

  /// Switches to `model`, takes ownership of it and closes the previous model.
  public void use(LoadedModel model) {
    replaceCurrent();
    var unfinished = slicedWork.takeAll();
    inferenceThread.execute(
        () -> {
          closeModel();
          unfinished.stream()
              .filter(work -> !work.isCancelled())
              .forEach(PredictionEngine::failUnfinished);
          predictor = Predictor.takingTop(model, rows);
        });
  }

  /// Closes the model, because its logits are wrong.
  void drop() {
    replaceCurrent();
    inferenceThread.execute(this::closeModel);
  }

  public void predict(PredictionRequest request) {
    var cancellation = replaceCurrent();
    inferenceThread.execute(() -> answer(request, cancellation));
  }

  /// Queues work that can wait. Its slices run between the answers to requests; a request that
  /// arrives during a slice stops that slice. Work that was added last runs first.
  public void begin(SlicedWork work) {
    slicedWork.begin(work, this::runSlice);
  }

  private void runSlice() {
    var activePredictor = predictor;
    slicedWork.runSlice(activePredictor == null ? null : activePredictor.model(), this::runSlice);
  }

  /// Looks up watched texts in the context that was answered last. Runs after the current request
  /// and does not stop it, because it needs no run of the model.
  ///
  /// @param answer called on the inference thread; never called without a model
  public void trace(List<String> texts, Consumer<TextTraces> answer) {
    slicedWork.pauseIdleWork();
    inferenceThread.execute(
        () -> {
          var activePredictor = predictor;
          if (activePredictor != null) {
            try {
              answer.accept(activePredictor.trace(texts));
            } catch (InvalidLogitsException e) {
              // The request with these logits has already reported them to the user.
              LOG.log(Level.DEBUG, "no trace", e);
            }
          }
        });
  }

  /// Drops the rows of logits that are over the limit of their memory, which is lower now.
  public void trimRows() {
    inferenceThread.execute(rows::trim);
  }

  /// Cancels the current request; nothing is published for it.
  public void cancel() {
    replaceCurrent();
  }

  /// Cancels the current request and closes the model. Nothing is published after this.
  public void close() {
    replaceCurrent();
    slicedWork.takeAll();
    inferenceThread.execute(this::closeModel);
  }

  private synchronized Cancellation replaceCurrent() {
    current.cancel();
    current = new Cancellation();
    slicedWork.pause();
    return current;
  }

  private void answer(PredictionRequest request, Cancellation cancellation) {
    var activePredictor = predictor;
    if (activePredictor == null || cancellation.isCancelled()) {
      return;
    }
    PredictionOutcome outcome;
    try {
      outcome = activePredictor.predict(request, cancellation);
    } catch (CancelledException _) {
      return;
    } catch (RuntimeException | OutOfMemoryError e) {
      outcome =
          new PredictionFailure(
              request, FailureSentence.of(e), e instanceof ContextOverflowException);
    }
    if (!cancellation.isCancelled()) {
      listener.accept(outcome);
    }
  }

  private static void failUnfinished(SlicedWork work) {
    work.fail("Another model was opened. Start again to run it with that model.");
  }

  private void closeModel() {
    var old = predictor;
    predictor = null;
    if (old != null) {
      old.model().close();
    }
  }
}
