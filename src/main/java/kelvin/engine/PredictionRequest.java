package kelvin.engine;

import java.util.List;
import java.util.OptionalInt;

/// What somebody wants to know.
///
/// @param prompt the text
/// @param generated ids that follow it
/// @param position whose next token is asked for, 0-based; none for the last position
public record PredictionRequest(String prompt, List<Integer> generated, OptionalInt position) {

  public PredictionRequest {
    generated = List.copyOf(generated);
  }
}
