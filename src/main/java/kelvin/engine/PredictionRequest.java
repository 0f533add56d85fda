package kelvin.engine;

import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.StartToken;

/// A request for the next-token logits of a context.
///
/// @param prompt the text of the prompt
/// @param generated the generated token ids after it
/// @param position the position whose next token is requested, 0-based; empty for the last
/// @param startToken whether to put a start token before the prompt
public record PredictionRequest(
    String prompt, List<Integer> generated, OptionalInt position, StartToken startToken) {

  public PredictionRequest {
    generated = List.copyOf(generated);
  }

  /// A request with the start token that the tokenizer adds.
  public PredictionRequest(String prompt, List<Integer> generated, OptionalInt position) {
    this(prompt, generated, position, StartToken.AUTO);
  }
}
