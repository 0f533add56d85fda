package kelvin.engine.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import kelvin.engine.pair.NextCharacters.Shared;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

/// Tests the distribution over the next character. If these fail, models with other tokens seem to
/// differ where they do not.
final class NextCharactersTest {

  private static final float MINUS = Float.NEGATIVE_INFINITY;

  private static Vocabulary vocabulary(String... tokens) {
    var special = new BitSet();
    special.set(0);
    return new Vocabulary(
        Stream.of(tokens).map(t -> t.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new),
        special);
  }

  private static float ln(double probability) {
    return (float) Math.log(probability);
  }

  @Test
  void tokensThatBeginAlikeAreAddedUp() {
    var words = vocabulary("<s>", " cat", " c", "é", "", "x");
    var letters = vocabulary("<s>", " ", "é", "x");
    var one =
        NextCharacters.of(
            new float[] {ln(0.1), ln(0.25), ln(0.25), ln(0.2), ln(0.1), ln(0.1)}, words);
    var two = NextCharacters.of(new float[] {MINUS, ln(0.5), ln(0.25), ln(0.25)}, letters);

    var shared = one.beside(two, 10);

    assertEquals(
        List.of("␣", "⟨C3⟩", "x", "⟨no text⟩"), shared.stream().map(Shared::character).toList());
    assertEquals(0.5, shared.get(0).probability(), 1e-6);
    assertEquals(0.5, shared.get(0).againstProbability(), 1e-6);
    assertEquals(0.2, shared.get(3).probability(), 1e-6);
    assertEquals((0.05 + 0.15 + 0.2) / 2, one.totalVariation(two), 1e-6);
    assertEquals(1, shared.stream().mapToDouble(Shared::probability).sum(), 1e-12);
  }

  @Test
  void onlyTheMostProbableAreListed() {
    var letters = vocabulary("<s>", "a", "b");
    var one = NextCharacters.of(new float[] {0, 2, 1}, letters);

    assertEquals(List.of("a"), one.beside(one, 1).stream().map(Shared::character).toList());
    assertEquals(0, one.totalVariation(one));
  }
}
