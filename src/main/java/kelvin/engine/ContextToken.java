package kelvin.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.distribution.TokenScore;
import kelvin.text.Span;

/// A token of the context with what the model thought of it.
///
/// @param position 0-based, start tokens included
/// @param text exact, for files
/// @param visibleText for people
/// @param origin where it came from
/// @param span the characters of the prompt that it covers; none unless it is part of the prompt
/// @param score none for the first token, which has nothing before it
public record ContextToken(
    int position,
    int id,
    String text,
    String visibleText,
    boolean special,
    Origin origin,
    Optional<Span> span,
    Optional<TokenScore> score) {

  /// Where a token of the context came from.
  public enum Origin {
    /// Added by the tokenizer before the prompt.
    START,
    PROMPT,
    /// Drawn or forced by the user.
    GENERATED
  }

  /// −ln p, nats.
  public OptionalDouble surprisal() {
    return score.map(s -> OptionalDouble.of(s.surprisal())).orElseGet(OptionalDouble::empty);
  }
}
