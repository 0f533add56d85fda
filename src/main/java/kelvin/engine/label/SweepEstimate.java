package kelvin.engine.label;

import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Estimates the cost of a sweep: makes and encodes all its questions and runs its first passages
/// to measure the speed.
public final class SweepEstimate extends CancellableWork {

  /// More than one, because the first passage shares nothing and is slower than the rest.
  private static final int PASSAGES = 8;

  private final LabelSweep sweep;
  private final Consumer<SweepProgress> onKnown;
  private int slices;

  /// Both callbacks run on the inference thread.
  ///
  /// @param onKnown receives the estimate
  /// @param onRefused receives a sentence that explains why the sweep cannot run
  public SweepEstimate(
      QuestionSource source, Consumer<SweepProgress> onKnown, Consumer<String> onRefused) {
    super(onRefused);
    sweep = new LabelSweep(source, new NoListener());
    this.onKnown = onKnown;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    boolean more;
    try (var _ = cancellation().onCancel(pause::cancel)) {
      more = sweep.runSlice(model, pause);
    }
    slices++;
    if (more && slices < PASSAGES) {
      return true;
    }
    if (!isCancelled()) {
      onKnown.accept(sweep.prepare(model, pause));
    }
    return false;
  }

  /// Ignores the scores, because only the cost is needed.
  private static final class NoListener implements SweepListener {

    @Override
    public void scored(int index, LabelScores scores, SweepProgress progress) {}

    @Override
    public void failed(String reason) {}
  }
}
