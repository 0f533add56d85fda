package kelvin.engine.label;

import java.util.List;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Finds out what a sweep will cost: encodes all of it and runs its first passages to learn the
/// pace.
public final class SweepEstimate implements SlicedWork {

  /// The first one shares nothing and is slower than the rest.
  private static final int PASSAGES = 8;

  private final LabelSweep sweep;
  private final Consumer<SweepProgress> onKnown;
  private final Consumer<String> onRefused;
  private final Cancellation cancellation = new Cancellation();
  private int slices;

  /// Both are called on the inference thread.
  ///
  /// @param onKnown told of a sweep that has run its first passages
  /// @param onRefused told in a sentence why it cannot be run
  public SweepEstimate(
      List<LabelQuestion> questions, Consumer<SweepProgress> onKnown, Consumer<String> onRefused) {
    sweep = new LabelSweep(questions, new NoListener());
    this.onKnown = onKnown;
    this.onRefused = onRefused;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation.throwIfCancelled();
    boolean more;
    try (var _ = cancellation.onCancel(pause::cancel)) {
      more = sweep.runSlice(model, pause);
    }
    slices++;
    if (more && slices < PASSAGES) {
      return true;
    }
    if (!isCancelled()) {
      onKnown.accept(sweep.prepare(model));
    }
    return false;
  }

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
      onRefused.accept(reason);
    }
  }

  /// The scores are not what is asked for.
  private static final class NoListener implements SweepListener {

    @Override
    public void scored(int index, LabelScores scores, SweepProgress progress) {}

    @Override
    public void failed(String reason) {}
  }
}
