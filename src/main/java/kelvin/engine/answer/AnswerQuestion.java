package kelvin.engine.answer;

import java.util.List;
import kelvin.inference.InferenceException;

/// Asks for the most probable answers after a context.
///
/// @param context the tokens before the answer, at least one
public record AnswerQuestion(List<Integer> context, StopText stopText, AnswerLimits limits) {

  /// @throws InferenceException when there is nothing before the answers
  public AnswerQuestion {
    context = List.copyOf(context);
    if (context.isEmpty()) {
      throw new InferenceException(
          "There is nothing before the answers: type a prompt, or add a start token.");
    }
  }
}
