package kelvin.engine.inside;

import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Opens the copy of the model that gives its layers: says what memory it takes, and opens it if
/// that is wanted. The first slice only asks, so that requests come before the second one, which
/// takes as long as to load the model.
public final class LayersOpening extends CancellableWork {

  private final boolean isAgreed;
  private final Listener listener;
  private boolean asked;

  /// Hears how it goes, on the inference thread.
  ///
  /// @param onMemory receives the memory that the copy takes, before it is opened
  /// @param onOpened called once the copy is open
  /// @param onTooMuch called in place of it if the user is to be asked first
  /// @param onFailed receives a sentence
  public record Listener(
      Consumer<CopyMemory> onMemory,
      Runnable onOpened,
      Runnable onTooMuch,
      Consumer<String> onFailed) {}

  /// @param isAgreed whether the user agreed to the memory of a large copy
  public LayersOpening(boolean isAgreed, Listener listener) {
    super(listener.onFailed());
    this.isAgreed = isAgreed;
    this.listener = listener;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    var sessions = InsideSessions.of(model);
    if (!asked && !sessions.isOpen(InsideSessions.Part.LAYERS)) {
      asked = true;
      var memory = CopyMemory.of(model);
      listener.onMemory().accept(memory);
      boolean opens = isAgreed || !memory.isLarge();
      if (!opens) {
        listener.onTooMuch().run();
      }
      return opens;
    }
    // A request does not stop this: the copy would be closed again when it is ready.
    sessions.layers(cancellation());
    listener.onOpened().run();
    return false;
  }
}
