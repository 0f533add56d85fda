package kelvin.ui.work;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.engine.CancellableWork;
import kelvin.engine.SlicedWork;
import kelvin.ui.fx.EveryOnFxThread;
import kelvin.ui.fx.LatestOnFxThread;
import org.jspecify.annotations.Nullable;

/// The work of a tool in the background. One runs at a time; what an earlier one still tells is not
/// heard. What was found stays when the work is cancelled or cannot go on.
public final class ToolRun {

  private final Consumer<SlicedWork> engine;
  private final Executor fxThread;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private @Nullable CancellableWork work;
  private int number;

  /// @param engine runs work on the inference thread
  public ToolRun(Consumer<SlicedWork> engine, Executor fxThread) {
    this.engine = engine;
    this.fxThread = fxThread;
  }

  /// Begins work in place of what runs.
  ///
  /// @param make makes the work; it gets what takes the sentence of a failure
  public void begin(Function<Consumer<String>, CancellableWork> make) {
    begin(make, work -> work);
  }

  /// Begins work with another model than the playground's in place of what runs.
  ///
  /// @param make makes the work; it gets what takes the sentence of a failure
  /// @param carry lets the work run the other model
  public void begin(
      Function<Consumer<String>, CancellableWork> make, UnaryOperator<SlicedWork> carry) {
    cancel();
    problem.set("");
    running.set(true);
    var begun = make.apply(each(this::failed));
    work = begun;
    engine.accept(carry.apply(begun));
  }

  /// Takes every value of the present work to the FX thread, in order.
  public <T> Consumer<T> each(Consumer<T> target) {
    int mine = number;
    return new EveryOnFxThread<>(fxThread, value -> hear(mine, value, target));
  }

  /// Takes the latest value of the present work to the FX thread.
  public <T> Consumer<T> latest(Consumer<T> target) {
    int mine = number;
    return new LatestOnFxThread<>(fxThread, value -> hear(mine, value, target));
  }

  private <T> void hear(int from, T value, Consumer<T> target) {
    if (from == number) {
      target.accept(value);
    }
  }

  private void failed(String reason) {
    end();
    problem.set(reason);
  }

  /// Says that the work is over.
  public void end() {
    number++;
    work = null;
    running.set(false);
  }

  /// Stops the work.
  public void cancel() {
    var begun = work;
    if (begun != null) {
      begun.cancel();
    }
    end();
  }

  /// Says why the work cannot begin.
  public void refuse(String reason) {
    problem.set(reason);
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// A sentence about what could not be done; empty for none.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
