package kelvin.engine.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.Logits;
import kelvin.engine.CancellableWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Compares what the model expects along two paths, in the background. Each slice runs a part of
/// both, so that only the rows of one part are in memory.
public final class AlignmentWork extends CancellableWork {

  /// The steps of a slice.
  private static final int PART = 16;

  private final PathStart first;
  private final PathStart second;
  private final int common;
  private final Consumer<Alignment> onAligned;
  private final List<Alignment.Step> steps = new ArrayList<>();

  /// @param first a path
  /// @param second another path after the same prompt
  /// @param onAligned called after each part, on the thread that runs the slices
  /// @param onFailed receives a sentence for the user
  public AlignmentWork(
      PathStart first, PathStart second, Consumer<Alignment> onAligned, Consumer<String> onFailed) {
    super(onFailed);
    this.first = first;
    this.second = second;
    this.onAligned = onAligned;
    common = Alignment.common(first.tokens(), second.tokens());
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    int from = common + 1 + steps.size();
    int last = Math.min(first.tokens().size(), second.tokens().size());
    int to = Math.min(last, from + PART - 1);
    if (from <= to) {
      try (var _ = cancellation().onCancel(pause::cancel)) {
        var ours = rows(model, first, from, to, pause);
        var theirs = rows(model, second, from, to, pause);
        for (int i = 0; i < ours.size(); i++) {
          var between = Divergence.between(ours.get(i), theirs.get(i));
          steps.add(
              new Alignment.Step(
                  from + i, between.kl(), between.reverseKl(), between.totalVariation()));
        }
      }
    }
    cancellation().throwIfCancelled();
    onAligned.accept(new Alignment(common, steps));
    return to < last;
  }

  /// The distributions after `from` to `to` tokens of a path.
  private static List<Distribution> rows(
      LoadedModel model, PathStart path, int from, int to, Cancellation cancellation) {
    var ids =
        new PathStart(path.prompt(), path.startToken(), path.tokens().subList(0, to))
            .in(model).ids().stream().mapToInt(Integer::intValue).toArray();
    var rows = new ArrayList<Distribution>();
    model
        .model()
        .run(
            ids,
            ids.length - 1 - (to - from),
            (_, row) -> rows.add(Distribution.of(Logits.owning(row.clone()), 1)),
            cancellation);
    return rows;
  }
}
