package kelvin.engine.sample;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import kelvin.engine.CancellableWork;
import kelvin.engine.Generation;
import kelvin.engine.path.PathStart;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Draws many samples in the background, one run of the model a slice.
public final class SampleWork extends CancellableWork {

  private final PathStart start;
  private final Generation.Settings settings;
  private final int count;
  private final IntConsumer onProgress;
  private final Consumer<Samples> onDone;
  private @Nullable SampleSearch search;

  /// @param settings of all samples; each next one has the next seed
  /// @param count the number of samples, at least 1
  /// @param onProgress called with the number of samples that are whole
  /// @param onDone called at the end; both on the thread that runs the slices
  /// @param onFailed receives a sentence for the user
  public SampleWork(
      PathStart start,
      Generation.Settings settings,
      int count,
      IntConsumer onProgress,
      Consumer<Samples> onDone,
      Consumer<String> onFailed) {
    super(onFailed);
    this.start = start;
    this.settings = settings;
    this.count = count;
    this.onProgress = onProgress;
    this.onDone = onDone;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    var current = search;
    if (current == null) {
      current = new SampleSearch(model, new SampleQuestion(start.in(model).ids(), settings, count));
      search = current;
    }
    if (current.isOpen()) {
      try (var _ = cancellation().onCancel(pause::cancel)) {
        current.step(pause);
      }
    }
    cancellation().throwIfCancelled();
    if (current.isOpen()) {
      onProgress.accept(current.whole());
    } else {
      onDone.accept(current.result());
    }
    return current.isOpen();
  }
}
