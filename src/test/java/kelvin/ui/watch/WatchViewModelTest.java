package kelvin.ui.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.TextTrace;
import kelvin.engine.TextTraces;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchViewModelTest {

  private static final Logits LOGITS = Logits.owning(new float[] {2, 1, 0.5f, 0});

  private final Vocabulary vocabulary = vocabulary("dog", " dog", " cat", "x");
  private final WatchViewModel watch = new WatchViewModel();
  private final List<List<String>> asked = new ArrayList<>();

  @BeforeEach
  void openAModel() {
    watch.setOnTrace((texts, _) -> asked.add(texts));
    watch.setVocabulary(vocabulary);
  }

  @Test
  void aWordIsFollowedWithAndWithoutItsSpace() {
    watch.watch("dog");

    assertEquals(List.of("dog", "␣dog"), labels());
    assertEquals(List.of(0, 1), watch.tokenIdsProperty().get());
  }

  @Test
  void aTextWithALeadingSpaceIsFollowedAsItIs() {
    watch.watch(" dog");

    assertEquals(List.of("␣dog"), labels());
  }

  @Test
  void aTextIsFollowedOnceAndThatIsSaid() {
    watch.watch("dog");

    watch.watch("dog");

    assertEquals(2, watch.rows().size());
    assertEquals("“dog” is already watched.", watch.problemProperty().get());
  }

  @Test
  void allFiveNumbersAreThoseOfTheDistributionOnShow() {
    watch.watch(" cat");
    var distribution =
        TruncatedDistribution.of(
            LOGITS, SamplerChain.of(new Temperature(0.5), new TopK(3, TopK.Ties.KEEP)));

    watch.show(distribution);

    var numbers = numbers(0);
    assertEquals(3, numbers.rank());
    assertEquals(0.5, numbers.logit());
    assertEquals(Distribution.of(LOGITS, 1).probability(3), numbers.probability(), 1e-12);
    assertEquals(Distribution.of(LOGITS, 0.5).probability(3), numbers.scaledProbability(), 1e-12);
    assertEquals(distribution.finalProbability(3), numbers.finalProbability(), 1e-12);
    assertEquals("", numbers.fate());
  }

  @Test
  void aRemovedTokenNamesTheStageThatRemovedIt() {
    watch.watch(" cat");

    watch.show(
        TruncatedDistribution.of(
            LOGITS, SamplerChain.of(new Temperature(1), new TopK(2, TopK.Ties.KEEP))));

    assertEquals("removed by top-k", numbers(0).fate());
    assertEquals(0, numbers(0).finalProbability());
  }

  @Test
  void spellingsCountAsOneWhenJoined() {
    watch.watch("dog");
    watch.watch(" cat");
    watch.join(0, 1);

    watch.show(
        TruncatedDistribution.of(
            LOGITS, SamplerChain.of(new Temperature(1), new TopK(3, TopK.Ties.KEEP))));

    var own = Distribution.of(LOGITS, 1);
    assertEquals(List.of("dog + ␣dog", "␣cat"), labels());
    assertEquals(own.probability(1) + own.probability(2), numbers(0).probability(), 1e-12);
    assertEquals(1, numbers(0).rank());
    assertEquals(2, numbers(0).logit());
    assertEquals(1, numbers(0).finalProbability() + numbers(1).finalProbability(), 1e-12);
  }

  @Test
  void aTokenOfTwoJoinedSpellingsCountsOnce() {
    watch.watch("xyz");
    watch.watch("x");
    watch.showTraces(traces(trace("xyz", List.of(3, 0), -1.0), trace("x", List.of(3), -1.0)));
    watch.join(0, 2);

    watch.show(TruncatedDistribution.of(LOGITS, SamplerChain.of(new Temperature(1))));

    assertEquals(Distribution.of(LOGITS, 1).probability(4), numbers(0).probability(), 1e-12);
    assertEquals(Math.exp(-1), watch.rows().getFirst().history().getFirst(), 1e-12);
  }

  @Test
  void aJoinedRowCanBeSplitAgain() {
    watch.watch("dog");
    watch.join(0, 1);

    watch.split(0);

    assertEquals(List.of("dog", "␣dog"), labels());
  }

  @Test
  void aRowJoinedWithOneAboveTakesItsPlaceAndStaysSelected() {
    watch.watch("dog");
    watch.watch(" cat");

    watch.join(2, 0);

    assertEquals(List.of("␣dog", "␣cat + dog"), labels());
    assertEquals(1, watch.selectedProperty().get());
  }

  @Test
  void rowsAreMovedAndRemoved() {
    watch.watch("dog");
    watch.watch(" cat");

    watch.move(2, 0);
    assertEquals(List.of("␣cat", "dog", "␣dog"), labels());
    watch.remove(1);

    assertEquals(List.of("␣cat", "␣dog"), labels());
  }

  @Test
  void aMovePastAnEndEndsThere() {
    watch.watch("dog");

    watch.move(0, 7);

    assertEquals(List.of("␣dog", "dog"), labels());
  }

  @Test
  void aTextOfSeveralTokensSaysSoAndIsFollowedByItsFirst() {
    watch.watch(" xdog");
    watch.showTraces(traces(trace(" xdog", List.of(3, 0), -1.0)));

    watch.show(TruncatedDistribution.of(LOGITS, SamplerChain.of(new Temperature(1))));

    assertEquals(List.of("␣xdog…"), labels());
    assertEquals(
        "“␣xdog” is 2 tokens here, x · dog. Followed is the first; the whole is at most as"
            + " likely.",
        watch.rows().getFirst().note());
    assertEquals(4, numbers(0).rank());
  }

  @Test
  void whatAnotherModelHasNoTokenForStaysAndIsSaid() {
    watch.watch(" dog");
    var other = vocabulary("a", "b");

    watch.setVocabulary(other);
    watch.showTraces(new TextTraces(other, List.of(trace(" dog", List.of(), Double.NaN))));

    assertEquals(List.of("␣dog"), labels());
    assertEquals("“␣dog” is not a token of this model.", watch.rows().getFirst().note());
    assertEquals(Optional.empty(), watch.rows().getFirst().numbers());
  }

  @Test
  void anotherModelsTokensAreFoundByTheSameText() {
    watch.watch(" dog");

    watch.setVocabulary(vocabulary("a", "b", "c", " dog"));

    assertEquals(List.of(3), watch.rows().getFirst().tokenIds());
    assertEquals(Optional.empty(), watch.rows().getFirst().numbers());
    assertEquals(List.of(" dog"), asked.getLast());
  }

  @Test
  void anAnswerOfTheModelBeforeIsDropped() {
    watch.watch(" dog");
    var other = vocabulary("a", "b", "c", " dog");
    watch.setVocabulary(other);

    watch.showTraces(traces(trace(" dog", List.of(1), -2.0)));

    assertEquals(List.of(3), watch.rows().getFirst().tokenIds());
  }

  @Test
  void theHistoryOfAJoinedRowIsTheSumAtEachPosition() {
    watch.watch("dog");
    watch.join(0, 1);
    watch.show(TruncatedDistribution.of(LOGITS, SamplerChain.of(new Temperature(1))));

    watch.showTraces(
        traces(trace("dog", List.of(0), -1.0, -3.0), trace(" dog", List.of(1), -2.0, -4)));

    var history = watch.rows().getFirst().history();
    assertEquals(Math.exp(-1) + Math.exp(-2), history.get(0), 1e-12);
    assertEquals(Math.exp(-3) + Math.exp(-4), history.get(1), 1e-12);
    assertEquals(
        "model (τ = 1) after each of 2 positions, at most 50.32 %",
        watch.rows().getFirst().describeHistory());
  }

  @Test
  void positionsNoLongerInMemoryAreSaidToBeMissing() {
    watch.watch(" dog");
    watch.show(TruncatedDistribution.of(LOGITS, SamplerChain.of(new Temperature(1))));

    watch.showTraces(traces(trace(" dog", List.of(1), Double.NaN, -2.0)));

    assertTrue(
        watch.rows().getFirst().describeHistory().contains("after 1 of 2 positions, as far as"));
  }

  @Test
  void everyAnswerIsFollowedByOneQuestionForAllTexts() {
    watch.watch("dog");
    asked.clear();

    watch.showPosition(4);

    assertEquals(List.of(List.of("dog", " dog")), asked);
    assertEquals(4, watch.positionProperty().get());
  }

  @Test
  void aWindowThatFollowsNothingAsksNothing() {
    watch.showPosition(4);

    assertTrue(asked.isEmpty());
  }

  @Test
  void clearingFollowsNone() {
    watch.watch("dog");

    watch.clear();

    assertTrue(watch.rows().isEmpty());
    assertEquals(List.of(), watch.tokenIdsProperty().get());
  }

  @Test
  void aRowSaysEverythingToAScreenReader() {
    watch.watch(" cat");

    watch.show(
        TruncatedDistribution.of(
            LOGITS, SamplerChain.of(new Temperature(1), new TopK(2, TopK.Ties.KEEP))));

    assertEquals(
        String.format(
            "␣cat  id 2%nrank 3 · logit 0.50%nmodel (τ = 1) 12.93 %% · at τ 12.93 %% · final 0 %%\n"
                + "removed by top-k"),
        watch.rows().getFirst().describe());
  }

  private List<String> labels() {
    return watch.rows().stream().map(WatchedRow::label).toList();
  }

  private WatchedNumbers numbers(int row) {
    return watch.rows().get(row).numbers().orElseThrow();
  }

  private TextTraces traces(TextTrace... traces) {
    return new TextTraces(vocabulary, List.of(traces));
  }

  private static TextTrace trace(String text, List<Integer> ids, double... logProbabilities) {
    return new TextTrace(text, ids, Arrays.stream(logProbabilities).boxed().toList());
  }

  private static Vocabulary vocabulary(String... texts) {
    var pieces = new byte[texts.length][];
    for (int id = 0; id < texts.length; id++) {
      pieces[id] = texts[id].getBytes(StandardCharsets.UTF_8);
    }
    return new Vocabulary(pieces, new BitSet());
  }
}
