package kelvin.engine.pair;

import java.nio.charset.StandardCharsets;
import kelvin.engine.Context;
import kelvin.inference.Tokenizer;

/// The cost of a text for a model: its log-probability, and the time to read it.
///
/// Models with different tokenizers cut a text into other tokens, so losses for each token cannot
/// be compared. Bits per byte can.
///
/// @param tokens the number of tokens with a probability
/// @param logProbability Σ ln p of these tokens, nats
/// @param bytes the bytes of these tokens in UTF-8
/// @param tokensPerSecond how many tokens it read in a second; depends on the machine
public record ReadText(int tokens, double logProbability, int bytes, double tokensPerSecond) {

  private static final double LN_2 = Math.log(2);

  /// −Σ log₂ p over the number of bytes; NaN without a byte.
  public double bitsPerByte() {
    return bytes == 0 ? Double.NaN : -logProbability / LN_2 / bytes;
  }

  /// The bytes of the tokens that have a probability: all of the text after a start token, and
  /// without one all but its first token.
  public static int bytes(Context context, String text, Tokenizer tokenizer) {
    if (context.startCount() > 0) {
      return utf8(text);
    }
    var first = context.prompt().getFirst().span();
    // Ids have no place in a text.
    return first.end() == 0
        ? tokenizer.decode(context.ids()).length
            - tokenizer.decode(context.ids().subList(0, 1)).length
        : utf8(text.substring(first.end()));
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
