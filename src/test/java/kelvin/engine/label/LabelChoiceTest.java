package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Checks the formulas on numbers worked out by hand; see the README.md of the resources.
class LabelChoiceTest {

  private static final JsonObject VECTORS = vectors();
  private static final JsonObject EXAMPLE = VECTORS.getAsJsonObject("example");

  private static JsonObject vectors() {
    var stream =
        Objects.requireNonNull(LabelChoiceTest.class.getResourceAsStream("label_scoring.json"));
    return JsonParser.parseReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  private static List<Double> numbers(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(e -> e.getAsDouble()).toList();
  }

  private static List<Double> sums(String member) {
    return StreamSupport.stream(EXAMPLE.getAsJsonArray(member).spliterator(), false)
        .map(label -> numbers(label.getAsJsonArray()).stream().mapToDouble(d -> d).sum())
        .toList();
  }

  private static List<LabelLength> lengths() {
    var choices = EXAMPLE.getAsJsonArray("choices");
    var tokens = EXAMPLE.getAsJsonArray("token_logprobs");
    return IntStream.range(0, choices.size())
        .mapToObj(
            i ->
                LabelLength.of(choices.get(i).getAsString(), tokens.get(i).getAsJsonArray().size()))
        .toList();
  }

  private static LabelChoice choice(Normalization normalization, List<List<Double>> contentFree) {
    return LabelChoice.of(normalization, sums("token_logprobs"), lengths(), contentFree);
  }

  private static void assertNumbers(List<Double> expected, List<Double> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), 1e-12, "label " + i);
    }
  }

  private static void assertExample(String scores, String chosen, LabelChoice choice) {
    assertNumbers(numbers(EXAMPLE.getAsJsonArray(scores)), choice.scores());
    assertEquals(OptionalInt.of(EXAMPLE.get(chosen).getAsInt()), choice.chosen());
  }

  @Test
  void unnormalisedIsTheSumOfTheTokens() {
    var choice = choice(Normalization.NONE, List.of());

    assertExample("sum_logprob", "acc_pred", choice);
    assertNumbers(numbers(EXAMPLE.getAsJsonArray("prob_norm")), choice.shares());
  }

  @Test
  void perTokenIsTheMean() {
    assertExample("per_token_avg", "per_token_pred", choice(Normalization.TOKENS, List.of()));
  }

  @Test
  void perCharacterLeavesTheLeadingSpaceOut() {
    assertExample("acc_norm_scores", "acc_norm_pred", choice(Normalization.CHARACTERS, List.of()));
  }

  @Test
  void mutualInformationSubtractsTheScoreWithoutInput() {
    assertExample(
        "mutual_info",
        "mutual_info_pred",
        choice(Normalization.PMI, List.of(sums("uncond_token_logprobs"))));
    assertExample(
        "pmi_dc", "pmi_dc_pred", choice(Normalization.PMI, List.of(sums("domain_token_logprobs"))));
  }

  @Test
  void calibrationDividesByTheShareWithoutInput() {
    var expected = EXAMPLE.getAsJsonObject("contextual_calibration");
    var prior = logs(numbers(expected.getAsJsonArray("p_cf_normalised")));

    var choice = choice(Normalization.CONTEXTUAL, List.of(prior));

    assertNumbers(
        numbers(expected.getAsJsonArray("scores")),
        choice.scores().stream().map(Math::exp).toList());
    assertNumbers(
        numbers(expected.getAsJsonArray("softmax_form_softmax_of_logp_minus_logpcf")),
        choice.shares());
    assertEquals(OptionalInt.of(expected.get("pred").getAsInt()), choice.chosen());
  }

  @Test
  void calibrationTakesTheMeanOfProbabilitiesBeforeItNormalises() {
    // (0.1 + 0.3) / 2 and (0.1 + 0.1) / 2 are in the ratio 2 to 1.
    var contentFree = List.of(logs(List.of(0.1, 0.1)), logs(List.of(0.3, 0.1)));

    var choice =
        LabelChoice.of(
            Normalization.CONTEXTUAL,
            logs(List.of(0.2, 0.2)),
            List.of(LabelLength.of("a", 1), LabelLength.of("b", 1)),
            contentFree);

    assertNumbers(List.of(Math.log(0.5 / (2.0 / 3)), Math.log(0.5 / (1.0 / 3))), choice.scores());
    assertNumbers(List.of(1.0 / 3, 2.0 / 3), choice.shares());
  }

  private static List<Double> logs(List<Double> probabilities) {
    return probabilities.stream().map(Math::log).toList();
  }

  @Test
  void perByteCountsUtf8() {
    var naive = VECTORS.getAsJsonArray("length_units").get(0).getAsJsonObject();
    var emoji = VECTORS.getAsJsonArray("length_units").get(1).getAsJsonObject();

    var naiveLength = LabelLength.of(naive.get("choice").getAsString(), 1);
    var emojiLength = LabelLength.of(emoji.get("choice").getAsString(), 1);

    assertEquals(naive.get("chars").getAsInt(), naiveLength.characters());
    assertEquals(naive.get("bytes").getAsInt(), naiveLength.bytes());
    assertEquals(emoji.get("codepoints").getAsInt(), emojiLength.characters());
    assertEquals(emoji.get("bytes").getAsInt(), emojiLength.bytes());
    var choice =
        LabelChoice.of(Normalization.BYTES, List.of(-6.0), List.of(naiveLength), List.of());
    assertNumbers(List.of(-0.5), choice.scores());
  }

  @Test
  void aLabelOfWhiteSpaceHasALength() {
    assertEquals(2, LabelLength.of("\n ", 1).characters());
  }

  @Test
  void theFirstOfEqualLabelsIsChosen() {
    var lengths = List.of(LabelLength.of("a", 1), LabelLength.of("b", 1));

    var choice = LabelChoice.of(Normalization.NONE, List.of(-1.0, -1.0), lengths, List.of());

    assertEquals(OptionalInt.of(0), choice.chosen());
  }

  @Test
  void impossibleLabelsAreNeverChosen() {
    var lengths = List.of(LabelLength.of("a", 1), LabelLength.of("b", 1));
    double impossible = Double.NEGATIVE_INFINITY;

    var one = LabelChoice.of(Normalization.NONE, List.of(impossible, -9.0), lengths, List.of());
    var none =
        LabelChoice.of(Normalization.NONE, List.of(impossible, impossible), lengths, List.of());
    var undefined =
        LabelChoice.of(
            Normalization.PMI,
            List.of(impossible, -2.0),
            lengths,
            List.of(List.of(impossible, -1.0)));

    assertEquals(OptionalInt.of(1), one.chosen());
    assertNumbers(List.of(0.0, 1.0), one.shares());
    assertEquals(OptionalInt.empty(), none.chosen());
    assertTrue(none.shares().getFirst().isNaN());
    assertTrue(undefined.scores().getFirst().isNaN());
    assertEquals(OptionalInt.of(1), undefined.chosen());
    assertNumbers(List.of(0.0, 1.0), undefined.shares());
  }

  @ParameterizedTest
  @CsvSource({"none", "tokens", "characters", "bytes", "pmi", "contextual"})
  void normalisationsAreFoundByTheirNames(String label) {
    assertEquals(label, Normalization.of(label).label());
  }

  @Test
  void anUnknownNormalisationIsRefusedWithTheKnownOnes() {
    var e = assertThrows(IllegalArgumentException.class, () -> Normalization.of("length"));

    assertTrue(String.valueOf(e.getMessage()).contains("none, tokens, characters"));
  }

  @Test
  void calibrationWithoutContentFreePromptsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> choice(Normalization.CONTEXTUAL, List.of()));
  }
}
