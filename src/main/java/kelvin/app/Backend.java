package kelvin.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kelvin.engine.ModelEvent;
import kelvin.engine.ModelOpening;
import kelvin.engine.PredictionEngine;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.engine.SlicedWork;
import kelvin.engine.TextTraces;
import kelvin.inference.ModelLoader;

/// The threads behind the window and the order in which they end.
final class Backend {

  private static final long SECONDS_TO_END = 5;

  private final ExecutorService inferenceThread = daemon("kelvin-inference");
  private final ExecutorService ioThread = daemon("kelvin-io");
  private final PredictionEngine engine;
  private final ModelOpening opening;

  Backend(ModelLoader loader, Consumer<PredictionOutcome> onOutcome, Consumer<ModelEvent> onModel) {
    engine = new PredictionEngine(inferenceThread, onOutcome);
    opening = new ModelOpening(loader, ioThread, engine, onModel);
  }

  /// A named thread that does not keep the program alive, one task at a time.
  static ExecutorService daemon(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          var thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /// After `close` nothing is asked any more: the window may still send what it had in mind.
  void predict(PredictionRequest request) {
    if (!inferenceThread.isShutdown()) {
      engine.predict(request);
    }
  }

  /// @param answer called on the inference thread
  void trace(List<String> texts, Consumer<TextTraces> answer) {
    if (!inferenceThread.isShutdown()) {
      engine.trace(texts, answer);
    }
  }

  /// Begins work that can wait, between the answers.
  void begin(SlicedWork work) {
    if (!inferenceThread.isShutdown()) {
      engine.begin(work);
    }
  }

  void open(Path folder) {
    opening.open(folder);
  }

  void stopOpening() {
    opening.stop();
  }

  /// Stops what runs, closes the model, and waits for both threads.
  void close() {
    opening.cancel();
    ioThread.shutdown();
    engine.close();
    inferenceThread.shutdown();
    end(ioThread);
    end(inferenceThread);
  }

  /// Lets a thread do what it still has to, and waits for it.
  static void end(ExecutorService thread) {
    thread.shutdown();
    try {
      thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
