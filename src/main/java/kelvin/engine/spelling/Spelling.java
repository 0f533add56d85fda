package kelvin.engine.spelling;

import java.util.List;

/// One way to spell a text in tokens.
///
/// @param ids the tokens; all of them are needed to cover the text
/// @param text of the tokens: the asked one, and what the last token has beyond its end
/// @param logProbability ln of the joint probability of the tokens, nats
public record Spelling(List<Integer> ids, String text, double logProbability) {

  public Spelling {
    ids = List.copyOf(ids);
  }

  public double probability() {
    return StrictMath.exp(logProbability);
  }
}
