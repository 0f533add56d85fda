package kelvin.engine.path;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;

/// Runs the model at the end of a path. The model keeps the states of the tokens that a path shares
/// with the last one, so most runs are of one token.
public final class PathRun {

  private PathRun() {}

  /// The model's own distribution after a context and a path.
  ///
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  /// @throws kelvin.inference.CancelledException when cancelled
  public static Distribution after(
      List<Integer> context, TokenPath path, LanguageModel model, Cancellation cancellation) {
    var ids =
        Stream.concat(context.stream(), path.ids().stream()).mapToInt(Integer::intValue).toArray();
    var last = new ArrayList<Logits>(1);
    model.run(ids, ids.length - 1, (_, row) -> last.add(Logits.owning(row.clone())), cancellation);
    return Distribution.of(last.getFirst(), 1);
  }
}
