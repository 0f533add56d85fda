package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.Spellings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// If these fail, a label with several spellings has another probability than the text has to
/// continue with one of them.
class JoinedLabelTest {

  private final LabelScorer scorer =
      new LabelScorer(new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken()));

  private LabelScores scores(String... labels) {
    return scorer.score(
        LabelQuestion.joined(
            "Once", Stream.of(labels).map(Spellings::of).toList(), StartToken.AUTO),
        new Cancellation());
  }

  @Test
  void theProbabilityIsTheSumOfThoseOfTheSpellings() {
    var joined = scores("Yes|yes|YES", "no");
    var alone = scores("Yes", "yes", "YES", "no");

    double sum = 0;
    for (int i = 0; i < 3; i++) {
      var spelling = joined.labels().getFirst().spellings().get(i);
      assertEquals(alone.labels().get(i).probability(), spelling.probability());
      sum += spelling.probability();
    }
    assertEquals(sum, joined.labels().getFirst().probability(), 1e-15);
    assertEquals(Math.log(sum), joined.labels().getFirst().logProbability(), 1e-12);
    assertEquals(alone.labels().get(3), joined.labels().get(1));
    assertEquals(alone.inside(), joined.inside(), 1e-15);
    assertEquals("Yes", joined.labels().getFirst().text());
  }

  @Test
  void aSpellingThatBeginsWithAnotherCountsAsPartOfIt() {
    var joined = scores("ye|yes", "no");
    var alone = scores("ye", "no");

    assertEquals(
        alone.labels().getFirst().probability(), joined.labels().getFirst().probability(), 1e-15);
    assertEquals(alone.inside(), joined.inside(), 1e-15);
    assertEquals(
        List.of(
            "The spelling 'yes' begins with 'ye' of the same label; it counts as part of it if its"
                + " tokens begin with the same ones."),
        LabelPrefixes.sentences(joined.question().spelled()));
  }

  @Test
  void aTokenThatBeginsSpellingsOfTwoLabelsIsSeen() {
    assertTrue(scores("yes|may", "no|my").shareFirstToken());
    assertTrue(scores("yes", "no|yet").shareFirstToken());
    assertFalse(scores("yes|yep", "no|never").shareFirstToken());
  }

  @ParameterizedTest
  @EnumSource
  void aNormalisationTakesTheSumAndTheLengthOfTheFirstSpelling(Normalization normalization) {
    var joined = scores("yes|Y", "no");
    var prior = List.of(scores("yes|Y", "no"));
    var logs = joined.logProbabilities();
    double sum =
        joined.labels().getFirst().spellings().stream().mapToDouble(ScoredLabel::probability).sum();

    var choice = LabelChoice.of(joined, normalization, prior);

    assertEquals(Math.log(sum), logs.getFirst(), 1e-12);
    assertEquals(
        LabelChoice.of(
            normalization,
            logs,
            List.of(LabelLength.of("yes", 3), LabelLength.of("no", 2)),
            List.of(logs)),
        choice);
  }

  @Test
  void impossibleSpellingsAddNothing() {
    var impossible = label(Double.NEGATIVE_INFINITY, 7);
    var some = label(Math.log(0.25), 8);

    assertEquals(
        0.25, new ScoredLabel("a", impossible.tokens(), List.of(some)).probability(), 1e-15);
    assertEquals(0, new ScoredLabel("a", impossible.tokens(), List.of(impossible)).probability());
  }

  private static ScoredLabel label(double logProbability, int id) {
    var score = new kelvin.distribution.TokenScore(logProbability, 1, 0);
    return new ScoredLabel("t", List.of(new LabelToken(0, id, "t", "t", score)));
  }

  @Test
  void whatIsEqualOrEmptyAfterJoiningIsRefusedInWords() {
    assertEquals(
        "Labels 1 and 2 both have the spelling 'b': leave it out of one of them.",
        refusal("a|b", "b"));
    assertEquals("Labels 1 and 2 are both 'b': remove one of them.", refusal("b", "b"));
    assertEquals("Label 1 has the spelling 'a' twice: leave one out.", refusal("a|a"));
    assertTrue(refusal("a|").startsWith("Spelling 2 of label 1 is empty"));
    assertEquals("Label 2 of 2 is empty: give it a text.", refusal("a", ""));
  }

  private String refusal(String... labels) {
    return String.valueOf(
        assertThrows(InferenceException.class, () -> scores(labels)).getMessage());
  }
}
