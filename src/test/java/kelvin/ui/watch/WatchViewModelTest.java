package kelvin.ui.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplingParameters;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchViewModelTest {

  private final WatchViewModel watch = new WatchViewModel();

  @BeforeEach
  void openAModel() {
    watch.speak(vocabulary("dog", " dog", " cat", "x"));
  }

  @Test
  void aWordIsFollowedWithAndWithoutItsSpace() {
    watch.watch("dog");

    assertEquals(
        List.of("dog", "␣dog"), watch.tokens().stream().map(WatchedToken::visibleText).toList());
  }

  @Test
  void ranksAndProbabilitiesAreThoseOnShow() {
    watch.watch(" cat");

    watch.show(
        TruncatedDistribution.of(
            Logits.owning(new float[] {2, 1, 0.5f, 0}), new SamplingParameters(1, 2, 1, 0)));

    var token = watch.tokens().getFirst();
    assertEquals("3", token.rank());
    assertEquals("top-k", token.fate());
    assertEquals("12.93", token.probability());
  }

  @Test
  void whatIsNoTokenIsSaidAndNotFollowed() {
    watch.watch("elephant");

    assertTrue(watch.tokens().isEmpty());
    assertEquals("“elephant” is not one token of this model.", watch.problemProperty().get());
  }

  @Test
  void anotherModelsTokensAreFoundByTheSameText() {
    watch.watch("dog");

    watch.speak(vocabulary("a", "b", "c", " dog"));

    assertEquals(List.of(3), watch.tokens().stream().map(WatchedToken::tokenId).toList());
    assertEquals("–", watch.tokens().getFirst().rank());
  }

  @Test
  void clearingFollowsNone() {
    watch.watch("dog");

    watch.clear();

    assertTrue(watch.tokens().isEmpty());
  }

  private static Vocabulary vocabulary(String... texts) {
    var pieces = new byte[texts.length][];
    for (int id = 0; id < texts.length; id++) {
      pieces[id] = texts[id].getBytes(StandardCharsets.UTF_8);
    }
    return new Vocabulary(pieces, new BitSet());
  }
}
