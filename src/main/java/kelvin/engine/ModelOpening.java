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
import kelvin.inference.ProofResult;
import kelvin.inference.chat.ChatTemplates;
import kelvin.proof.LengthProof;

/// Opens models while the current one stays in use. The engine keeps the current model until the
/// new one is loaded, and also if loading fails. A newer request replaces an older one.
public final class ModelOpening {

  private static final Logger LOG = System.getLogger(ModelOpening.class.getName());

  private final ModelLoader loader;
  private final Executor ioThread;
  private final PredictionEngine engine;
  private final Consumer<ModelEvent> listener;

  /// Guarded by this, like the next fields.
  private Cancellation current = new Cancellation();

  private Optional<Path> loading = Optional.empty();

  /// The model that was handed over last, while it is in use.
  private Optional<LoadedModel> inUse = Optional.empty();

  /// A model that was closed for a fault while another one was loading. It opens again if that one
  /// does not.
  private Optional<Path> distrusted = Optional.empty();

  /// @param ioThread runs the loading, one task at a time
  /// @param listener called on that thread, on the inference thread, or on the thread that calls
  ///     `stop`
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
    var cancellation = replaceCurrent(Optional.of(folder));
    ioThread.execute(() -> load(folder, cancellation));
  }

  /// Stops an opening at the user's request. Reports it at once, even if native code is still
  /// running.
  public synchronized void stop() {
    var stopped = loading;
    replaceCurrent(Optional.empty());
    stopped.ifPresent(
        folder -> {
          listener.accept(new ModelEvent.Stopped(folder));
          reopenDistrusted();
        });
  }

  private void reopenDistrusted() {
    var folder = distrusted;
    distrusted = Optional.empty();
    folder.ifPresent(this::open);
  }

  /// Stops an opening without a report, at the end of the program.
  public void cancel() {
    replaceCurrent(Optional.empty());
  }

  private synchronized Cancellation replaceCurrent(Optional<Path> next) {
    current.cancel();
    current = new Cancellation();
    loading = next;
    return current;
  }

  private void load(Path folder, Cancellation cancellation) {
    if (!report(new ModelEvent.Loading(folder), cancellation)) {
      return;
    }
    try {
      var model =
          loader.load(
              folder,
              cancellation,
              phase -> report(new ModelEvent.Progress(folder, phase), cancellation));
      handOver(folder, model, chatTemplates(folder), cancellation);
    } catch (CancelledException _) {
      // the caller of the cancellation reports it
    } catch (ModelLoadException | RuntimeException | LinkageError | OutOfMemoryError e) {
      end(OpeningFailure.of(folder, e), cancellation);
    }
  }

  /// Reports an event unless the opening was cancelled.
  private synchronized boolean report(ModelEvent event, Cancellation cancellation) {
    boolean active = !cancellation.isCancelled();
    if (active) {
      listener.accept(event);
    }
    return active;
  }

  private synchronized void end(ModelEvent event, Cancellation cancellation) {
    if (report(event, cancellation)) {
      loading = Optional.empty();
      if (event instanceof ModelEvent.Failed) {
        reopenDistrusted();
      }
    }
  }

  /// A model can be used for everything but chats without its templates.
  private ChatTemplates chatTemplates(Path folder) {
    try {
      return loader.chatTemplates(folder);
    } catch (ModelLoadException e) {
      return ChatTemplates.unreadable(folder, String.valueOf(e.getMessage()));
    }
  }

  private synchronized void handOver(
      Path folder, LoadedModel model, ChatTemplates templates, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      model.close();
      return;
    }
    var tokenizer = model.tokenizer();
    var opened =
        new ModelEvent.Opened(
            model.descriptor(), tokenizer.vocabulary(), tokenizer.startTokens(), templates);
    var proof = LengthProof.of(model);
    inUse = Optional.of(model);
    distrusted = Optional.empty();
    engine.use(model);
    end(opened, cancellation);
    proof.ifPresent(waiting -> engine.begin(new ProofWork(waiting, new InUse(folder, model))));
  }

  /// Takes the events of a model's proof, as long as that model is in use.
  private final class InUse implements ProofWork.Listener {

    private final Path folder;
    private final LoadedModel model;

    InUse(Path folder, LoadedModel model) {
      this.folder = folder;
      this.model = model;
    }

    /// Runs an action unless another model took the place of this one.
    private void ifInUse(Runnable action) {
      synchronized (ModelOpening.this) {
        if (inUse.filter(model::equals).isPresent()) {
          action.run();
        }
      }
    }

    @Override
    public void progressed(double share) {
      ifInUse(() -> listener.accept(new ModelEvent.Proving(share)));
    }

    @Override
    public void ended(ProofResult result) {
      ifInUse(() -> result.fault().ifPresentOrElse(fault -> distrust(result, fault), this::proved));
    }

    @Override
    public void failed() {
      ifInUse(this::proved);
    }

    private void proved() {
      listener.accept(new ModelEvent.Proved(model.descriptor()));
    }

    private void distrust(ProofResult result, ProofResult.Fault fault) {
      LOG.log(Level.WARNING, "proof at length of {0}: {1}", folder, result);
      inUse = Optional.empty();
      engine.drop();
      boolean reopens = loading.isEmpty();
      listener.accept(new ModelEvent.Distrusted(folder, fault.length(), reopens));
      if (reopens) {
        open(folder);
      } else {
        distrusted = Optional.of(folder);
      }
    }
  }
}
