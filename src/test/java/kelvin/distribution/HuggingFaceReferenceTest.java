package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares with the numbers of Hugging Face's own logits processors; see the README.md of the
/// reference files.
class HuggingFaceReferenceTest {

  private static final double RELATIVE = 1e-9;
  private static final double ABSOLUTE = 1e-15;

  static Stream<HuggingFaceCase> cases() {
    return ReferenceFile.rows("hf_cases.json").map(HuggingFaceCase::new);
  }

  static Stream<HuggingFaceCase> smallCases() {
    return cases().filter(HuggingFaceCase::listsItsTokens);
  }

  static Stream<HuggingFaceCase> largeCases() {
    return cases().filter(given -> !given.listsItsTokens());
  }

  @ParameterizedTest
  @MethodSource("smallCases")
  void keepsTheSameTokens(HuggingFaceCase given) {
    var kept = keptIds(given.truncate(given.logits()));

    var expected = ReferenceFile.ints(given.expected().getAsJsonArray("kept"));
    assertEquals(expected.length, kept.length);
    if (given.comparesIds()) {
      assertArrayEquals(expected, kept);
    }
  }

  @ParameterizedTest
  @MethodSource("smallCases")
  void givesTheSameFinalProbabilities(HuggingFaceCase given) {
    var distribution = given.truncate(given.logits());
    var ranked = distribution.scaled().logits();
    var probabilities =
        IntStream.of(keptIds(distribution))
            .mapToDouble(id -> distribution.finalProbability(ranked.rankOf(id)))
            .toArray();

    var expected = ReferenceFile.doubles(given.expected().getAsJsonArray("probs"));
    if (!given.comparesIds()) {
      Arrays.sort(probabilities);
      Arrays.sort(expected);
    }
    for (int i = 0; i < expected.length; i++) {
      assertClose(expected[i], probabilities[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheSameEntropyPerplexityAndKeptMass(HuggingFaceCase given) {
    var distribution = given.truncate(given.logits());

    assertClose(given.metric("entropy_nats"), distribution.scaled().entropy());
    assertClose(given.metric("perplexity"), distribution.scaled().perplexity());
    assertClose(given.metric("kept_mass"), distribution.keptMass());
    assertClose(1 - given.metric("kept_mass"), distribution.removedMass());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheSameVarentropyEffectiveCountAndTruncationCost(HuggingFaceCase given) {
    var distribution = given.truncate(given.logits());

    assertClose(given.metric("varentropy_nats2"), distribution.scaled().varentropy());
    assertClose(given.metric("renyi2_effective"), distribution.scaled().effectiveCount());
    assertClose(given.metric("kl_truncated_to_full_nats"), distribution.truncationCost());
  }

  @ParameterizedTest
  @MethodSource("largeCases")
  void keepsTheSameTokensOfAWholeVocabulary(HuggingFaceCase given) {
    var kept = keptIds(given.truncate(given.logits()));

    var expected = given.expected();
    assertEquals(expected.get("n_kept").getAsInt(), kept.length);
    assertEquals(expected.get("kept_id_sum").getAsLong(), IntStream.of(kept).asLongStream().sum());
    assertEquals(
        expected.get("kept_id_xor").getAsInt(), IntStream.of(kept).reduce(0, (a, b) -> a ^ b));
  }

  @ParameterizedTest
  @MethodSource("largeCases")
  void givesTheSameFirstTenProbabilitiesOfAWholeVocabulary(HuggingFaceCase given) {
    var logits = given.logits();
    var distribution = given.truncate(logits);

    var ids = ReferenceFile.ints(given.expected().getAsJsonArray("top10_ids"));
    var probabilities = ReferenceFile.doubles(given.expected().getAsJsonArray("top10_probs"));
    for (int i = 0; i < ids.length; i++) {
      assertClose(probabilities[i], distribution.finalProbability(logits.rankOf(ids[i])));
    }
  }

  /// The kept ids, ascending.
  private static int[] keptIds(TruncatedDistribution distribution) {
    var logits = distribution.scaled().logits();
    var survivors = distribution.survivors();
    return IntStream.rangeClosed(survivors.first(), survivors.last())
        .map(logits::tokenAtRank)
        .sorted()
        .toArray();
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, ABSOLUTE + RELATIVE * Math.abs(expected));
  }
}
