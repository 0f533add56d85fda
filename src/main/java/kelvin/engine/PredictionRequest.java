package kelvin.engine;

import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.StartToken;

/// What somebody wants to know.
///
/// @param prompt the text
/// @param generated ids that follow it
/// @param position whose next token is asked for, 0-based; none for the last position
/// @param startToken whether one stands before the prompt
public record PredictionRequest(
    String prompt, List<Integer> generated, OptionalInt position, StartToken startToken) {

  public PredictionRequest {
    generated = List.copyOf(generated);
  }

  /// With the start token that the tokenizer adds.
  public PredictionRequest(String prompt, List<Integer> generated, OptionalInt position) {
    this(prompt, generated, position, StartToken.AUTO);
  }
}
