package kelvin.engine.spelling;

import java.util.List;
import kelvin.engine.path.PathRun;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;

/// Finds the ways to spell a text after a context, and their probability together. Each beginning
/// runs once.
public final class SpellingSearch {

  public static final int DEFAULT_RUNS = 500;

  private SpellingSearch() {}

  /// Searches on the caller's thread. After a cancellation the spellings are those found until
  /// then.
  ///
  /// @param context the tokens before the text, at least one
  /// @param text at least one character
  /// @param runs the maximum number of runs of the model, 0 or more
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  public static Spellings run(
      LoadedModel model, List<Integer> context, String text, int runs, Cancellation cancellation) {
    return run(model, SpellingQuestion.of(context, text, runs), cancellation);
  }

  static Spellings run(LoadedModel model, SpellingQuestion question, Cancellation cancellation) {
    var tree = new SpellingTree(question, model);
    try {
      while (tree.end().isEmpty()) {
        cancellation.throwIfCancelled();
        tree.expand(PathRun.after(question.context(), tree.next(), model.model(), cancellation));
      }
    } catch (CancelledException _) {
      return tree.snapshot(SearchEnd.CANCELLED);
    }
    return tree.snapshot(tree.end().orElseThrow());
  }
}
