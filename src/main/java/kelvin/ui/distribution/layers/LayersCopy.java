package kelvin.ui.distribution.layers;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.CopyMemory;
import kelvin.engine.inside.LayersOpening;
import org.jspecify.annotations.Nullable;

/// The second copy of the model, from which its layers are read. It is opened at the first look; a
/// large one only after the user agreed to the memory that it takes. It stays until the model
/// closes.
public final class LayersCopy {

  /// The states of the copy.
  public enum State {
    /// Nobody looked yet, or there is no model.
    CLOSED,
    /// It waits for the user to agree.
    OFFERED,
    OPENING,
    OPEN,
    /// The model does not show its layers; the message says why.
    REFUSED
  }

  private final Executor fxThread;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.CLOSED);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private Consumer<SlicedWork> onWork = _ -> {};
  private @Nullable LayersOpening opening;
  private Optional<CopyMemory> memory = Optional.empty();

  LayersCopy(Executor fxThread) {
    this.fxThread = fxThread;
  }

  void setOnWork(Consumer<SlicedWork> onWork) {
    this.onWork = onWork;
  }

  /// Opens the copy if it was never looked at and is small; offers a large one.
  void look() {
    if (state.get() == State.CLOSED) {
      begin(false);
    }
  }

  /// Opens the copy, whatever it takes.
  public void open() {
    if (state.get() == State.OFFERED) {
      begin(true);
    }
  }

  /// Ends the opening. Its memory is freed as soon as the runtime has ended it.
  public void cancel() {
    if (state.get() == State.OPENING) {
      stop();
      offer();
    }
  }

  /// Handles the end of the model with which the copy closed.
  void forget() {
    stop();
    memory = Optional.empty();
    state.set(State.CLOSED);
    message.set("");
  }

  private void stop() {
    var begun = opening;
    opening = null;
    if (begun != null) {
      begun.cancel();
    }
  }

  private void begin(boolean isAgreed) {
    state.set(State.OPENING);
    message.set(sentenceOfOpening());
    var begun = new LayersOpening[1];
    begun[0] =
        new LayersOpening(
            isAgreed,
            new LayersOpening.Listener(
                needed -> tell(begun[0], () -> needs(needed)),
                () -> tell(begun[0], this::opened),
                () -> tell(begun[0], this::tooMuch),
                reason -> tell(begun[0], () -> refuse(reason))));
    opening = begun[0];
    onWork.accept(begun[0]);
  }

  private void tell(LayersOpening from, Runnable news) {
    fxThread.execute(
        () -> {
          if (from.equals(opening)) {
            news.run();
          }
        });
  }

  private void needs(CopyMemory needed) {
    memory = Optional.of(needed);
    message.set(sentenceOfOpening());
  }

  private void opened() {
    opening = null;
    message.set("");
    state.set(State.OPEN);
  }

  private void tooMuch() {
    opening = null;
    offer();
  }

  private void refuse(String reason) {
    opening = null;
    message.set(reason);
    state.set(State.REFUSED);
  }

  private void offer() {
    message.set(
        "The layers are read from a second copy of the model"
            + memoryWords()
            + ", until another model is opened. To open it takes about as long as to open the"
            + " model.");
    state.set(State.OFFERED);
  }

  private String sentenceOfOpening() {
    return "Opening a second copy of the model" + memoryWords() + " …";
  }

  private String memoryWords() {
    return memory.map(known -> ", which takes " + known.words() + " of memory").orElse("");
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// A sentence about the copy; empty while it is open, and before the first look.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
