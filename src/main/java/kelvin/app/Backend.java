package kelvin.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kelvin.app.system.LowPriority;
import kelvin.engine.ModelEvent;
import kelvin.engine.ModelOpening;
import kelvin.engine.PredictionEngine;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.engine.RowMemory;
import kelvin.engine.SlicedWork;
import kelvin.engine.TextTraces;
import kelvin.inference.ModelLoader;

/// Owns the threads behind the window and ends them in order.
final class Backend {

  private static final long SECONDS_TO_END = 5;

  private final ExecutorService inferenceThread = daemon("kelvin-inference");
  private final ExecutorService ioThread = daemon("kelvin-io");
  private final PredictionEngine engine;
  private final ModelOpening opening;

  /// @param rows the memory for rows of logits
  Backend(
      ModelLoader loader,
      RowMemory rows,
      Consumer<PredictionOutcome> onOutcome,
      Consumer<ModelEvent> onModel) {
    engine = new PredictionEngine(inferenceThread, onOutcome, rows);
    opening = new ModelOpening(loader, ioThread, engine, onModel);
  }

  /// A named daemon thread that runs one task at a time.
  static ExecutorService daemon(String name) {
    return daemon(name, () -> {});
  }

  /// A named daemon thread of low priority that runs one task at a time.
  static ExecutorService lowDaemon(String name) {
    return daemon(name, LowPriority::take);
  }

  private static ExecutorService daemon(String name, Runnable first) {
    return Executors.newSingleThreadExecutor(
        task -> {
          var thread =
              new Thread(
                  () -> {
                    first.run();
                    task.run();
                  },
                  name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /// Named daemon threads, as many as there are tasks that wait at the same time.
  static ExecutorService daemons(String name) {
    return Executors.newCachedThreadPool(
        task -> {
          var thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /// Requests a prediction. Ignored after `close`, because the window may still send requests then.
  void predict(PredictionRequest request) {
    if (!inferenceThread.isShutdown()) {
      engine.predict(request);
    }
  }

  /// Drops the rows of logits that are over the limit of their memory.
  void trimRows() {
    if (!inferenceThread.isShutdown()) {
      engine.trimRows();
    }
  }

  /// @param answer called on the inference thread
  void trace(List<String> texts, Consumer<TextTraces> answer) {
    if (!inferenceThread.isShutdown()) {
      engine.trace(texts, answer);
    }
  }

  /// Queues work that can wait; it runs between the answers.
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

  /// Stops running work, closes the model and waits for both threads.
  void close() {
    opening.cancel();
    ioThread.shutdown();
    engine.close();
    inferenceThread.shutdown();
    end(ioThread);
    end(inferenceThread);
  }

  /// Lets a thread finish its remaining tasks and waits for it.
  static void end(ExecutorService thread) {
    thread.shutdown();
    try {
      thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
