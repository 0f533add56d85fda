package kelvin.inference.run;

import java.util.OptionalInt;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.InferenceException;

/// Checks a context before a model runs it.
public final class ContextCheck {

  private ContextCheck() {}

  /// @param firstPosition the first position whose row is wanted, 0-based
  /// @param limit the maximum number of tokens, if one is known
  /// @param logitCount the number of ids that the model knows
  /// @throws ContextOverflowException if there are more tokens than the limit
  /// @throws InferenceException if the model has no such token
  /// @throws IllegalArgumentException if no row is wanted
  public static void check(int[] tokenIds, int firstPosition, OptionalInt limit, int logitCount) {
    if (tokenIds.length == 0 || firstPosition < 0 || firstPosition >= tokenIds.length) {
      throw new IllegalArgumentException(
          "rows from position " + firstPosition + " of " + tokenIds.length + " tokens");
    }
    if (limit.isPresent() && tokenIds.length > limit.getAsInt()) {
      throw new ContextOverflowException(tokenIds.length, limit.getAsInt());
    }
    for (int id : tokenIds) {
      if (id < 0 || id >= logitCount) {
        throw new InferenceException(
            "There is no token " + id + ": the model's ids go from 0 to " + (logitCount - 1) + ".");
      }
    }
  }
}
