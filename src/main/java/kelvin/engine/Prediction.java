package kelvin.engine;

import java.util.List;
import kelvin.distribution.Logits;

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

  /// Whether the logits predict the token after the whole context.
  public boolean isAtEnd() {
    return position == tokens.size() - 1;
  }
}
