package kelvin.engine.answer;

import kelvin.engine.SlicedWork;
import kelvin.engine.path.PathRun;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Finds answers, one run of the model per slice. The model keeps the states of the context and of
/// the tokens that a path shares with the last one, so most runs are of one token.
///
/// Runs on one thread; `cancel` may be called from any thread.
public final class AnswerSearch implements SlicedWork {

  private final AnswerQuestion question;
  private final int max;
  private final AnswerListener listener;
  private final Cancellation cancellation = new Cancellation();

  private @Nullable AnswerTree tree;

  /// @param max the maximum number of complete answers in what the listener gets
  /// @param listener called on the thread that runs the slices
  public AnswerSearch(AnswerQuestion question, int max, AnswerListener listener) {
    this.question = question;
    this.max = max;
    this.listener = listener;
  }

  /// Finds answers on the caller's thread, for callers that can wait. After a cancellation the
  /// answers are those found until then.
  ///
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  public static Answers run(LoadedModel model, AnswerQuestion question, Cancellation cancellation) {
    var tree = new AnswerTree(question, model);
    try {
      while (tree.end().isEmpty()) {
        cancellation.throwIfCancelled();
        expand(tree, question, model.model(), cancellation);
      }
    } catch (CancelledException _) {
      return tree.snapshot(Integer.MAX_VALUE).ended(SearchEnd.CANCELLED);
    }
    return tree.snapshot(Integer.MAX_VALUE);
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation.throwIfCancelled();
    var current = tree;
    if (current == null) {
      current = new AnswerTree(question, model);
      tree = current;
    }
    if (current.end().isEmpty()) {
      try (var _ = cancellation.onCancel(pause::cancel)) {
        expand(current, question, model.model(), pause);
      }
    }
    var soFar = current.snapshot(max);
    cancellation.throwIfCancelled();
    listener.found(soFar);
    return soFar.end().isEmpty();
  }

  /// A cancelled run leaves the tree as it was.
  private static void expand(
      AnswerTree tree, AnswerQuestion question, LanguageModel model, Cancellation cancellation) {
    tree.expand(PathRun.after(question.context(), tree.next(), model, cancellation));
  }

  /// Cancels the search. Nothing is reported after this, except for a call that is already in
  /// progress.
  public void cancel() {
    cancellation.cancel();
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  @Override
  public void fail(String reason) {
    listener.failed(reason);
  }
}
