package kelvin.engine.expansion;

import java.util.List;
import kelvin.engine.path.PathRun;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;

/// Expands the continuations of a context. Each beginning runs once.
public final class ExpansionSearch {

  private ExpansionSearch() {}

  /// Expands on the caller's thread. After a cancellation the leaves are those found until then.
  ///
  /// @param context the tokens before the continuations, at least one
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  public static Expansion run(
      LoadedModel model, List<Integer> context, ExpansionLimits limits, Cancellation cancellation) {
    var tree = new ExpansionTree(context, limits, model);
    try {
      while (tree.end().isEmpty()) {
        cancellation.throwIfCancelled();
        tree.expand(PathRun.after(context, tree.next(), model.model(), cancellation));
      }
    } catch (CancelledException _) {
      return tree.snapshot(SearchEnd.CANCELLED);
    }
    return tree.snapshot(tree.end().orElseThrow());
  }
}
