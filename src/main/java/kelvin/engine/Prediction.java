package kelvin.engine;

import java.util.List;
import java.util.OptionalInt;
import kelvin.distribution.Logits;
import kelvin.engine.ContextToken.Origin;
import kelvin.text.Span;
import kelvin.text.Vocabulary;

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

  /// The text before the token that the logits predict, without a start token.
  public String textBefore(Vocabulary vocabulary) {
    int from = generatedFrom();
    if (position < from - 1) {
      int end = tokens.get(position).span().map(Span::end).orElse(0);
      return request.prompt().substring(0, end);
    }
    var generated = tokens.subList(from, position + 1).stream().map(ContextToken::id).toList();
    return request.prompt() + ContinuationText.of(vocabulary, generated).text();
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
