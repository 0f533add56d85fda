package kelvin.inference;

import java.util.Locale;

/// Thrown when the prompt has more tokens than the model's context. Kelvin never cuts a prompt
/// silently.
public final class ContextOverflowException extends InferenceException {

  private static final long serialVersionUID = 1;

  public ContextOverflowException(int tokenCount, int contextLength) {
    this("The prompt has", "the prompt", tokenCount, contextLength);
  }

  private ContextOverflowException(String who, String remedy, int tokenCount, int contextLength) {
    super(
        String.format(
            Locale.ROOT,
            who
                + " %,d tokens, %,d more than the model's context of %,d. Nothing was cut: shorten "
                + remedy
                + ".",
            tokenCount,
            tokenCount - contextLength,
            contextLength));
  }

  /// Says it of a prompt with a text after it.
  public static ContextOverflowException ofBoth(int tokenCount, int contextLength) {
    return new ContextOverflowException(
        "The prompt and the text together have", "one of them", tokenCount, contextLength);
  }
}
