package kelvin.engine;

import java.util.List;
import java.util.OptionalInt;
import kelvin.distribution.Logits;
import kelvin.engine.ContextToken.Origin;

/// The answer to a request: immutable, safe to pass to any thread.
///
/// @param tokens the whole context, start tokens included
/// @param position the position whose next token `logits` predict, 0-based
/// @param seconds the time that the model and the tokenizer took
public record Prediction(
    PredictionRequest request,
    List<ContextToken> tokens,
    int position,
    Logits logits,
    double seconds)
    implements PredictionOutcome {

  public Prediction {
    tokens = List.copyOf(tokens);
  }

  /// Returns whether the logits predict the token after the whole context.
  public boolean isAtEnd() {
    return position == tokens.size() - 1;
  }

  /// The position of the first generated token, whether there is one or not, 0-based.
  public int generatedFrom() {
    return Math.toIntExact(
        tokens.stream().filter(token -> token.origin() != Origin.GENERATED).count());
  }

  /// The place in the prompt's text where the token at a position starts, in UTF-16 units; none
  /// for a token that is not part of the text.
  public OptionalInt startInPrompt(int tokenPosition) {
    return tokenPosition >= tokens.size()
        ? OptionalInt.empty()
        : tokens
            .get(tokenPosition)
            .span()
            .map(span -> OptionalInt.of(span.start()))
            .orElse(OptionalInt.empty());
  }
}
