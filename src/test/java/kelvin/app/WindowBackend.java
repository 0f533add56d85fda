package kelvin.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import kelvin.engine.ModelEvent;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.engine.RowMemory;
import kelvin.engine.SlicedWork;
import kelvin.engine.TextTraces;
import kelvin.inference.ModelLoader;

/// The application's own backend, for windows that tests of other packages open.
public final class WindowBackend implements AutoCloseable {

  private final Backend backend;

  public WindowBackend(
      ModelLoader loader,
      RowMemory rows,
      Consumer<PredictionOutcome> onOutcome,
      Consumer<ModelEvent> onModel) {
    backend = new Backend(loader, rows, onOutcome, onModel);
  }

  public static ExecutorService thread(String name) {
    return Backend.daemon(name);
  }

  public static void end(ExecutorService thread) {
    Backend.end(thread);
  }

  public void predict(PredictionRequest request) {
    backend.predict(request);
  }

  public void trace(List<String> texts, Consumer<TextTraces> answer) {
    backend.trace(texts, answer);
  }

  public void begin(SlicedWork work) {
    backend.begin(work);
  }

  public void trimRows() {
    backend.trimRows();
  }

  public void open(Path folder) {
    backend.open(folder);
  }

  @Override
  public void close() {
    backend.close();
  }
}
