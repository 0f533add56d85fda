package kelvin.engine.spelling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kelvin.inference.InferenceException;

/// Asks for the probability that a continuation begins with given bytes.
///
/// @param context the tokens before it, at least one
/// @param text the bytes, at least one
/// @param runs the maximum number of runs of the model, 0 or more
@SuppressWarnings("ArrayRecordComponent") // never compared
record SpellingQuestion(List<Integer> context, byte[] text, int runs) {

  SpellingQuestion {
    context = List.copyOf(context);
    if (context.isEmpty()) {
      throw new InferenceException(
          "There is nothing before the text: type a prompt, or add a start token.");
    }
    if (text.length == 0) {
      throw new InferenceException("The text is empty: give at least one character.");
    }
    if (runs < 0) {
      throw new IllegalArgumentException("runs must be 0 or more, was " + runs);
    }
  }

  static SpellingQuestion of(List<Integer> context, String text, int runs) {
    return new SpellingQuestion(context, text.getBytes(StandardCharsets.UTF_8), runs);
  }
}
