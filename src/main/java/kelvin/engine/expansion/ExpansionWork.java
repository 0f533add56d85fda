package kelvin.engine.expansion;

import java.util.List;
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

  /// The tree with the tokens before it.
  private record Begun(List<Integer> context, ExpansionTree tree) {}

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
      var context = start.in(model).ids();
      current = new Begun(context, new ExpansionTree(context, limits, model));
      begun = current;
    }
    var tree = current.tree();
    if (tree.end().isEmpty()) {
      try (var _ = cancellation().onCancel(pause::cancel)) {
        tree.expand(PathRun.after(current.context(), tree.next(), model.model(), pause));
      }
    }
    cancellation().throwIfCancelled();
    boolean isOver = tree.end().isPresent();
    if (isOver || tree.runs() % TOLD == 0) {
      onExpanded.accept(tree.expanded(shown));
    }
    return !isOver;
  }
}
