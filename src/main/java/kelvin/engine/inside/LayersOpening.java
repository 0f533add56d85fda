package kelvin.engine.inside;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import kelvin.engine.SlicedWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Opens the copy of the model that gives its layers: says what memory it takes, and opens it if
/// that is wanted. The first slice only asks, so that requests come before the second one, which
/// takes as long as to load the model.
public final class LayersOpening implements SlicedWork {

  private final long most;
  private final Listener listener;
  private final Cancellation cancellation = new Cancellation();
  private boolean asked;

  /// Hears how it goes, on the inference thread.
  ///
  /// @param onMemory receives the bytes that the copy takes, before it is opened
  /// @param onOpened called once the copy is open
  /// @param onTooMuch called in place of it where the copy takes more memory than allowed
  /// @param onFailed receives a sentence
  public record Listener(
      LongConsumer onMemory, Runnable onOpened, Runnable onTooMuch, Consumer<String> onFailed) {}

  /// @param most the bytes that the copy may take
  public LayersOpening(long most, Listener listener) {
    this.most = most;
    this.listener = listener;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    var sessions = InsideSessions.of(model);
    if (!asked && !sessions.isOpen(InsideSessions.Part.LAYERS)) {
      asked = true;
      long memory = InsideSessions.memory(model);
      listener.onMemory().accept(memory);
      if (memory > most) {
        listener.onTooMuch().run();
      }
      return memory <= most;
    }
    // A request does not stop this: the copy would be closed again when it is ready.
    sessions.layers(cancellation);
    listener.onOpened().run();
    return false;
  }

  /// Nobody waits for the copy any more. If it is being opened, it is closed when it is ready.
  public void cancel() {
    cancellation.cancel();
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  @Override
  public void fail(String reason) {
    if (!isCancelled()) {
      listener.onFailed().accept(reason);
    }
  }
}
