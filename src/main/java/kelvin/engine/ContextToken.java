package kelvin.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.distribution.TokenScore;
import kelvin.text.Span;

/// A token of the context with its score.
///
/// @param position 0-based, start tokens included
/// @param text the exact text, for files
/// @param visibleText the text for display
/// @param origin the source of the token
/// @param span the range of the prompt that it covers; empty for tokens outside the prompt
/// @param score empty for the first token
public record ContextToken(
    int position,
    int id,
    String text,
    String visibleText,
    boolean special,
    Origin origin,
    Optional<Span> span,
    Optional<TokenScore> score) {

  /// The source of a token in the context.
  public enum Origin {
    /// Added by the tokenizer before the prompt.
    START,
    PROMPT,
    /// Drawn, or chosen by the user.
    GENERATED
  }

  /// −ln p, nats.
  public OptionalDouble surprisal() {
    return score.map(s -> OptionalDouble.of(s.surprisal())).orElseGet(OptionalDouble::empty);
  }
}
