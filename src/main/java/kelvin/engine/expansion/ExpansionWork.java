package kelvin.engine.expansion;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.engine.path.PathRun;
import kelvin.engine.path.PathStart;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Expands the continuations of a text in the background, one run of the model a slice.
public final class ExpansionWork extends CancellableWork {

  /// The runs after which the beginnings are told again; between them only the numbers change.
  private static final int TOLD = 20;

  private final PathStart start;
  private final ExpansionLimits limits;
  private final int shown;
  private final Consumer<Expanded> onExpanded;
  private @Nullable Begun begun;

  /// The tree with the tokens before it, and the beam search that comes after it.
  private record Begun(List<Integer> context, ExpansionTree tree, Optional<BeamSearch> beam) {}

  /// @param shown the maximum number of leaves whose beginnings are told
  /// @param onExpanded called on the thread that runs the slices
  /// @param onFailed receives a sentence for the user
  public ExpansionWork(
      PathStart start,
      ExpansionLimits limits,
      int shown,
      Consumer<Expanded> onExpanded,
      Consumer<String> onFailed) {
    super(onFailed);
    this.start = start;
    this.limits = limits;
    this.shown = shown;
    this.onExpanded = onExpanded;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    var current = begun;
    if (current == null) {
      current = begin(model);
      begun = current;
    }
    try (var _ = cancellation().onCancel(pause::cancel)) {
      run(current, model, pause);
    }
    cancellation().throwIfCancelled();
    var tree = current.tree();
    boolean isGrown = tree.end().isPresent();
    boolean isOver = isGrown && current.beam().map(BeamSearch::isOver).orElse(true);
    if (isOver) {
      onExpanded.accept(tree.expanded(shown, current.beam().map(BeamSearch::beam).map(tree::loss)));
    } else if (!isGrown && tree.runs() % TOLD == 0) {
      onExpanded.accept(tree.expanded(shown, Optional.empty()));
    }
    return !isOver;
  }

  private Begun begin(LoadedModel model) {
    var context = start.in(model).ids();
    var beam =
        limits.beam() == 0
            ? Optional.<BeamSearch>empty()
            : Optional.of(new BeamSearch(context, limits.depth(), limits.beam(), model));
    return new Begun(context, new ExpansionTree(context, limits, model), beam);
  }

  /// One run of the model: for the tree, and for the beam once the tree has grown.
  private static void run(Begun current, LoadedModel model, Cancellation pause) {
    var context = current.context();
    var tree = current.tree();
    if (tree.end().isEmpty()) {
      tree.expand(PathRun.after(context, tree.next(), model.model(), pause));
    } else if (current.beam().isPresent() && !current.beam().get().isOver()) {
      var beam = current.beam().get();
      beam.expand(PathRun.after(context, beam.next(), model.model(), pause));
    }
  }
}
