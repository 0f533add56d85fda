package kelvin.engine.beside;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.engine.OpeningFailure;
import kelvin.engine.inside.CopyMemory;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadPhase;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;
import kelvin.inference.ModelLoader.GraphFile;

/// Opens models beside the one that plays, by the same rules as that one: what was never opened is
/// tried in a process of its own first.
///
/// Answers come on the thread that opens; none comes after a cancel.
public final class BesideOpening {

  private final ModelLoader loader;
  private final Executor thread;

  /// @param thread opens models, one after the other
  public BesideOpening(ModelLoader loader, Executor thread) {
    this.loader = loader;
    this.thread = thread;
  }

  /// The files of a model that is not open.
  ///
  /// @param graphs the one that opens first
  /// @param memory an estimate of what it takes
  public record Found(List<GraphFile> graphs, CopyMemory memory) {
    public Found {
      graphs = List.copyOf(graphs);
    }
  }

  /// Looks for the files of a model, and opens none.
  ///
  /// @param place a model folder, or one `.onnx` file in it
  /// @param onFailed gets a sentence
  public void look(
      Path place, Cancellation cancellation, Consumer<Found> onFound, Consumer<String> onFailed) {
    thread.execute(
        () -> {
          try {
            cancellation.throwIfCancelled();
            var graphs = loader.graphs(place);
            tell(
                new Found(graphs, CopyMemory.of(graphs.getFirst().bytes())), onFound, cancellation);
          } catch (CancelledException _) {
            // Nobody waits for it.
          } catch (ModelLoadException | RuntimeException e) {
            tell(OpeningFailure.of(place, e).sentence(), onFailed, cancellation);
          }
        });
  }

  /// Opens a model. One that is ready after a cancel is closed at once.
  ///
  /// @param place a model folder, or one `.onnx` file in it
  /// @param onPhase gets each phase at its start
  /// @param onFailed gets a sentence
  public void open(
      Path place,
      Cancellation cancellation,
      Consumer<LoadPhase> onPhase,
      Consumer<ModelBeside> onOpened,
      Consumer<String> onFailed) {
    thread.execute(
        () -> {
          try {
            cancellation.throwIfCancelled();
            var loaded =
                loader.load(place, cancellation, phase -> tell(phase, onPhase, cancellation));
            var beside = new ModelBeside(loaded);
            if (!tell(beside, onOpened, cancellation)) {
              beside.close();
            }
          } catch (CancelledException _) {
            // Nobody waits for it.
          } catch (ModelLoadException | RuntimeException | LinkageError | OutOfMemoryError e) {
            tell(OpeningFailure.of(place, e).sentence(), onFailed, cancellation);
          }
        });
  }

  /// Closes a model. A run in progress stops at once, and the memory is freed on the thread that
  /// opens models.
  public void close(ModelBeside beside) {
    beside.stop();
    thread.execute(beside::close);
  }

  private static <T> boolean tell(T news, Consumer<T> target, Cancellation cancellation) {
    boolean wanted = !cancellation.isCancelled();
    if (wanted) {
      target.accept(news);
    }
    return wanted;
  }
}
