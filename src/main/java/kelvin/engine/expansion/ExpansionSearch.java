package kelvin.engine.expansion;

import java.util.List;
import java.util.Optional;
import kelvin.engine.path.PathRun;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;

/// Expands the continuations of a context. Each beginning runs once; a beam search that is asked
/// for runs its own again.
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
      var beam = beam(model, context, limits, cancellation).map(tree::loss);
      return tree.snapshot(tree.end().orElseThrow(), beam);
    } catch (CancelledException _) {
      return tree.snapshot(SearchEnd.CANCELLED, Optional.empty());
    }
  }

  private static Optional<Beam> beam(
      LoadedModel model, List<Integer> context, ExpansionLimits limits, Cancellation cancellation) {
    return limits.beam() == 0
        ? Optional.empty()
        : Optional.of(BeamSearch.run(model, context, limits.depth(), limits.beam(), cancellation));
  }
}
