package kelvin.ui.sampling.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.display.InformationUnit;
import kelvin.distribution.LogitBias;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.SuppressedTokens;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenListViewModelTest {

  private final ChainViewModel chain = new ChainViewModel();
  private final TokenListViewModel biases = new TokenListViewModel(chain, StageKind.LOGIT_BIAS);
  private final TokenListViewModel suppressed =
      new TokenListViewModel(chain, StageKind.SUPPRESSED_TOKENS);

  @BeforeEach
  void openAModel() {
    var words = Stream.of("a", " dog", "dog", " dogs", "7");
    var pieces = words.map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    biases.setVocabulary(new Vocabulary(pieces, new BitSet()));
    suppressed.setVocabulary(new Vocabulary(pieces, new BitSet()));
  }

  private SamplerStage stage(StageKind kind) {
    return chain.chainProperty().get().find(kind).orElseThrow().stage();
  }

  @Test
  void takesTextIdsAndManyAtOnce() {
    assertTrue(biases.add("dog", "-2"));
    assertTrue(biases.add("1, 3=4.5", "-inf"));

    assertEquals(
        new LogitBias(
            List.of(
                new LogitBias.Bias(List.of(2), -2),
                new LogitBias.Bias(List.of(1), Double.NEGATIVE_INFINITY),
                new LogitBias.Bias(List.of(3), 4.5))),
        stage(StageKind.LOGIT_BIAS));
    assertEquals(
        List.of("dog −2.00", "␣dog −∞", "␣dogs 4.50"),
        biases.entries().stream().map(entry -> entry.text() + " " + entry.value()).toList());
  }

  @Test
  void aTokenThatIsThereAlreadyGetsTheNewBias() {
    biases.add("dog", "1");
    biases.add("2", "3");
    suppressed.add("dog", "");
    suppressed.add("dog", "");

    assertEquals(
        new LogitBias(List.of(new LogitBias.Bias(List.of(2), 3))), stage(StageKind.LOGIT_BIAS));
    assertEquals(new SuppressedTokens(List.of(List.of(2))), stage(StageKind.SUPPRESSED_TOKENS));
  }

  @ParameterizedTest
  @CsvSource({
    "cat, 1, '“cat” is not one token'",
    "5, 1, 'There is no token 5: ids go from 0 to 4.'",
    "99999999999, 1, 'There is no token 99999999999'",
    "dog, much, 'The bias must be a number such as -2.5'",
    "dog, inf, 'The bias must be a number such as -2.5'",
    "dog, nan, 'The bias must be a number such as -2.5'",
    "2=x, 1, 'was “x”'",
    "'', 1, 'Type a token, or its id.'",
  })
  void refusesInWordsAndChangesNothing(String typed, String bias, String why) {
    var before = chain.chainProperty().get();

    assertFalse(biases.add(typed, bias));

    assertTrue(biases.problemProperty().get().contains(why), biases.problemProperty().get());
    assertEquals(before, chain.chainProperty().get());
  }

  @Test
  void offersWhatWasTypedAndWhatBeginsSo() {
    assertEquals(
        List.of("dog", "␣dog", "␣dogs"),
        biases.choices("dog").stream().map(TokenChoice::text).toList());
    // A number may be a token or an id.
    assertEquals(List.of(4), biases.choices("7").stream().map(TokenChoice::id).toList());
    assertEquals(List.of(1), biases.choices("1").stream().map(TokenChoice::id).toList());
    assertEquals(List.of(), biases.choices(""));
  }

  @Test
  void aRowCanBeTakenOut() {
    biases.add("1=1, 2=2", "0");

    biases.remove(0);

    assertEquals(
        new LogitBias(List.of(new LogitBias.Bias(List.of(2), 2))), stage(StageKind.LOGIT_BIAS));
  }

  @Test
  void tenThousandBiasesAreTakenAtOnce() {
    var many = Vocabulary.ofIds(20_000);
    biases.setVocabulary(many);
    var typed =
        IntStream.range(0, 10_000)
            .mapToObj(id -> 2 * id + "=" + id % 7)
            .collect(Collectors.joining(" "));

    assertTrue(biases.add(typed, "0"));

    assertEquals(10_000, biases.entries().size());
    var distribution =
        TruncatedDistribution.of(Logits.owning(new float[20_000]), chain.chainProperty().get());
    assertEquals(6, distribution.scaled().logits().atRank(1));
  }

  @Test
  void suppressingEveryTokenLeavesTheTopOneAndSaysSo() {
    suppressed.add("0 1 2 3 4", "");

    var distribution =
        TruncatedDistribution.of(
            Logits.owning(new float[] {1, 5, 2, 0, 0}), chain.chainProperty().get());

    assertEquals(1, distribution.keptCount());
    assertEquals(
        "It forbids every token, so the top one stays.",
        new StageReports().of(distribution, InformationUnit.BITS).getFirst().remark());
  }
}
