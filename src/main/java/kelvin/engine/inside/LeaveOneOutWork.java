package kelvin.engine.inside;

import java.util.List;
import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Measures what leaving out each token of a context does to the log-probability of the next one: a
/// run of the model for each, in slices.
public final class LeaveOneOutWork extends CancellableWork {

  private final int[] ids;
  private final int token;
  private final Consumer<Measured> onMeasured;
  private int next;
  private double seconds;

  /// The result for one token.
  ///
  /// @param position of the token that was left out
  /// @param logProbability of the next token without it, nats
  /// @param done the number of tokens that have been left out so far
  /// @param seconds the time spent so far, without pauses
  public record Measured(int position, double logProbability, int done, double seconds) {}

  /// @param context at least two tokens
  /// @param token whose log-probability is measured
  /// @param onMeasured called on the inference thread, once for each token of the context
  /// @param onFailed receives a sentence
  public LeaveOneOutWork(
      List<Integer> context, int token, Consumer<Measured> onMeasured, Consumer<String> onFailed) {
    super(onFailed);
    if (context.size() < 2) {
      throw new IllegalArgumentException("without its only token there is no context");
    }
    ids = context.stream().mapToInt(Integer::intValue).toArray();
    this.token = token;
    this.onMeasured = onMeasured;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    long begun = System.nanoTime();
    var row = Features.played(model, Attribution.without(ids, next), pause);
    seconds += (System.nanoTime() - begun) / 1e9;
    onMeasured.accept(
        new Measured(next, Attribution.logProbability(row, token), next + 1, seconds));
    next++;
    return next < ids.length;
  }
}
