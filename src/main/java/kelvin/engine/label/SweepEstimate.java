package kelvin.engine.label;

import java.util.List;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Finds out what a sweep will cost: encodes all of it and runs its first passage to learn the
/// pace.
public final class SweepEstimate implements SlicedWork {

  private final List<LabelQuestion> questions;
  private final Consumer<SweepProgress> onKnown;
  private final Consumer<String> onRefused;
  private final Cancellation cancellation = new Cancellation();

  /// Both are called on the inference thread.
  ///
  /// @param onKnown told of a sweep that has run its first passage
  /// @param onRefused told in a sentence why it cannot be run
  public SweepEstimate(
      List<LabelQuestion> questions, Consumer<SweepProgress> onKnown, Consumer<String> onRefused) {
    this.questions = List.copyOf(questions);
    this.onKnown = onKnown;
    this.onRefused = onRefused;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation.throwIfCancelled();
    var sweep = new LabelSweep(questions, new NoListener());
    sweep.prepare(model);
    try (var _ = cancellation.onCancel(pause::cancel)) {
      sweep.runSlice(model, pause);
    }
    var known = sweep.prepare(model);
    if (!isCancelled()) {
      onKnown.accept(known);
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
