package kelvin.ui.model.beside;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import kelvin.engine.SlicedWork;
import kelvin.engine.beside.BesideOpening;
import kelvin.engine.beside.BesideOpening.Found;
import kelvin.engine.beside.ModelBeside;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadPhase;
import org.jspecify.annotations.Nullable;

/// Opens models beside the playground's: takes what `BesideOpening` tells to the FX thread, where
/// nothing is heard of what was cancelled.
public final class ModelsOpening {

  private final Consumer<SlicedWork> begin;
  private final Executor fxThread;
  private final Consumer<Path> onOpened;
  private @Nullable BesideOpening opening;

  /// @param begin runs work of low priority on the inference thread
  /// @param onOpened gets the folder of each model that was opened
  public ModelsOpening(Consumer<SlicedWork> begin, Executor fxThread, Consumer<Path> onOpened) {
    this.begin = begin;
    this.fxThread = fxThread;
    this.onOpened = onOpened;
  }

  /// Sets what opens models; null at the end of the program.
  public void use(@Nullable BesideOpening now) {
    opening = now;
  }

  /// Looks for the files of a model.
  public void look(
      Path place, Cancellation cancellation, Consumer<Found> onFound, Consumer<String> onFailed) {
    ifThere(
        onFailed,
        there ->
            there.look(place, cancellation, on(cancellation, onFound), on(cancellation, onFailed)));
  }

  /// Opens a model. One that comes after a cancel is closed.
  public void open(
      Path place,
      Cancellation cancellation,
      Consumer<LoadPhase> onPhase,
      Consumer<ModelBeside> onOpened,
      Consumer<String> onFailed) {
    ifThere(
        onFailed,
        there ->
            there.open(
                place,
                cancellation,
                on(cancellation, onPhase),
                beside -> fxThread.execute(() -> take(beside, cancellation, onOpened)),
                on(cancellation, onFailed)));
  }

  /// Closes a model for good, without waiting for its memory to be freed.
  public void close(ModelBeside beside) {
    var there = opening;
    if (there == null) {
      beside.close();
    } else {
      there.close(beside);
    }
  }

  private void ifThere(Consumer<String> onFailed, Consumer<BesideOpening> action) {
    var there = opening;
    if (there == null) {
      onFailed.accept("Other models cannot be opened here.");
    } else {
      action.accept(there);
    }
  }

  private void take(ModelBeside beside, Cancellation cancellation, Consumer<ModelBeside> target) {
    if (cancellation.isCancelled()) {
      close(beside);
    } else {
      target.accept(beside);
    }
  }

  private <T> Consumer<T> on(Cancellation cancellation, Consumer<T> target) {
    return news ->
        fxThread.execute(
            () -> {
              if (!cancellation.isCancelled()) {
                target.accept(news);
              }
            });
  }

  /// Proves a model in the background.
  ///
  /// @param onFault gets the number of tokens at which a fault showed
  public void prove(ModelBeside beside, IntConsumer onFault) {
    beside.prove(begin, length -> fxThread.execute(() -> onFault.accept(length)));
  }

  /// Remembers the folder of a model that was opened.
  public void opened(ModelBeside beside) {
    onOpened.accept(beside.descriptor().folder());
  }
}
