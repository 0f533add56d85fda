package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.distribution.Logits;
import kelvin.engine.ContextToken.Origin;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

/// The text before a token is the one that the window shows. If this fails, the two differ.
class PredictionTest {

  @Test
  void aPaddingTokenStandsAsItDoesInTheContinuation() {
    var vocabulary =
        new Vocabulary(
            new byte[][] {"a".getBytes(StandardCharsets.UTF_8), new byte[0]}, new BitSet());
    var request = new PredictionRequest("a", List.of(1, 0), OptionalInt.empty());
    var tokens =
        List.of(
            token(0, 0, Origin.PROMPT),
            token(1, 1, Origin.GENERATED),
            token(2, 0, Origin.GENERATED));
    var prediction = new Prediction(request, tokens, 2, Logits.owning(new float[] {0, 0}), 0);

    assertEquals("a⟨padding 1⟩a", prediction.textBefore(vocabulary));
    assertEquals(
        "a" + ContinuationText.of(vocabulary, List.of(1, 0)).text(),
        prediction.textBefore(vocabulary));
  }

  private static ContextToken token(int position, int id, Origin origin) {
    return new ContextToken(
        position, id, "", "", false, origin, Optional.empty(), Optional.empty());
  }
}
