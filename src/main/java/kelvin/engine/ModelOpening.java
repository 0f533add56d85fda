package kelvin.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;

/// Opens models beside the running one: the engine answers with the old one until the new one is
/// there, and goes on with the old one if it is not. A newer request replaces an older one.
public final class ModelOpening {

  private static final Logger LOG = System.getLogger(ModelOpening.class.getName());

  private final ModelLoader loader;
  private final Executor ioThread;
  private final PredictionEngine engine;
  private final Consumer<ModelEvent> listener;

  /// Guarded by this.
  private Cancellation current = new Cancellation();

  /// @param ioThread where models load; one task at a time
  /// @param listener called on that thread
  public ModelOpening(
      ModelLoader loader,
      Executor ioThread,
      PredictionEngine engine,
      Consumer<ModelEvent> listener) {
    this.loader = loader;
    this.ioThread = ioThread;
    this.engine = engine;
    this.listener = listener;
  }

  public void open(Path folder) {
    var cancellation = supersede();
    ioThread.execute(() -> load(folder, cancellation));
  }

  /// Stops an opening that is under way.
  public void cancel() {
    supersede();
  }

  private synchronized Cancellation supersede() {
    current.cancel();
    current = new Cancellation();
    return current;
  }

  private void load(Path folder, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return;
    }
    listener.accept(new ModelEvent.Loading(folder));
    try {
      var model = loader.load(folder, cancellation);
      handOver(model, cancellation);
    } catch (CancelledException _) {
      // a newer opening reports for itself
    } catch (ModelLoadException e) {
      LOG.log(Level.INFO, "model not opened", e);
      listener.accept(new ModelEvent.Failed(e.file(), e.reason(), e.remedy()));
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      LOG.log(Level.ERROR, "model not opened", e);
      listener.accept(
          new ModelEvent.Failed(
              folder, "it does not load: " + e + ".", "Try another export of the model."));
    }
  }

  private synchronized void handOver(LoadedModel model, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      model.close();
      return;
    }
    var opened = new ModelEvent.Opened(model.descriptor(), model.tokenizer().vocabulary());
    engine.use(model);
    listener.accept(opened);
  }
}
