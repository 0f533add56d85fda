package kelvin.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
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

  /// Guarded by this, as is the next.
  private Cancellation current = new Cancellation();

  private Optional<Path> underWay = Optional.empty();

  /// @param ioThread where models load; one task at a time
  /// @param listener called on that thread, and on the one that stops an opening
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
    var cancellation = supersede(Optional.of(folder));
    ioThread.execute(() -> load(folder, cancellation));
  }

  /// Stops an opening that is under way, as its user wants; it says so at once, whatever native
  /// code still has to finish.
  public synchronized void stop() {
    var stopped = underWay;
    supersede(Optional.empty());
    stopped.ifPresent(folder -> listener.accept(new ModelEvent.Stopped(folder)));
  }

  /// Stops an opening that is under way, in silence: for the end of the program.
  public void cancel() {
    supersede(Optional.empty());
  }

  private synchronized Cancellation supersede(Optional<Path> next) {
    current.cancel();
    current = new Cancellation();
    underWay = next;
    return current;
  }

  private void load(Path folder, Cancellation cancellation) {
    if (!tell(new ModelEvent.Loading(folder), cancellation)) {
      return;
    }
    try {
      var model =
          loader.load(
              folder,
              cancellation,
              phase -> tell(new ModelEvent.Progress(folder, phase), cancellation));
      handOver(model, cancellation);
    } catch (CancelledException _) {
      // whoever cancelled reports
    } catch (ModelLoadException e) {
      LOG.log(Level.INFO, "model not opened", e);
      end(new ModelEvent.Failed(e.file(), e.reason(), e.remedy()), cancellation);
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      LOG.log(Level.ERROR, "model not opened", e);
      end(
          new ModelEvent.Failed(
              folder, "it does not load: " + e + ".", "Try another export of the model."),
          cancellation);
    }
  }

  /// Says nothing about an opening that nobody waits for any more.
  private synchronized boolean tell(ModelEvent event, Cancellation cancellation) {
    boolean wanted = !cancellation.isCancelled();
    if (wanted) {
      listener.accept(event);
    }
    return wanted;
  }

  private synchronized void end(ModelEvent event, Cancellation cancellation) {
    if (tell(event, cancellation)) {
      underWay = Optional.empty();
    }
  }

  private synchronized void handOver(LoadedModel model, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      model.close();
      return;
    }
    var opened = new ModelEvent.Opened(model.descriptor(), model.tokenizer().vocabulary());
    engine.use(model);
    end(opened, cancellation);
  }
}
