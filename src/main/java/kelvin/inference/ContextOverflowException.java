package kelvin.inference;

import java.util.Locale;

/// Thrown when the prompt has more tokens than the model's context. Kelvin never cuts a prompt
/// silently.
public final class ContextOverflowException extends InferenceException {

  private static final long serialVersionUID = 1;

  public ContextOverflowException(int tokenCount, int contextLength) {
    super(
        String.format(
            Locale.ROOT,
            "The prompt has %,d tokens, %,d more than the model's context of %,d. Nothing was cut:"
                + " shorten the prompt.",
            tokenCount,
            tokenCount - contextLength,
            contextLength));
  }
}
