package kelvin.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a label is compared under other texts than the user wrote.
class SpellingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Yes|yes|YES; Yes,yes,YES",
        "yes; yes",
        "a\\|b; a|b",
        "a\\|b|c; a|b,c",
        "C:\\x\\\\y; C:\\x\\\\y",
        "a\\\\|b; a\\,b",
        "a\\\\\\|b; a\\|b",
        "end\\; end\\",
      })
  void barsJoinSpellingsAndABackslashMakesABarPartOfOne(String label, String spellings) {
    assertEquals(List.of(spellings.split(",")), Spellings.of(label));
  }

  @Test
  void anySpellingsComeBackAsTheyWere() {
    var random = new SplittableRandom(32);
    for (int i = 0; i < 2000; i++) {
      var spellings = new ArrayList<String>();
      for (int count = random.nextInt(1, 4); count > 0; count--) {
        var text = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
          text.append("a|\\ ".charAt(random.nextInt(4)));
        }
        spellings.add(text.toString());
      }

      var label = Spellings.join(spellings);

      assertEquals(spellings, Spellings.of(label));
      assertEquals(label, Spellings.join(Spellings.of(label)));
      assertEquals(
          List.of(spellings.getFirst()), Spellings.of(Spellings.literal(spellings.getFirst())));
    }
  }

  @Test
  void aRightAnswerMayBeAnySpelling() {
    var labels = List.of("Yes|yes", "No", "a\\|b");

    assertEquals(Optional.of("Yes|yes"), Spellings.find(labels, "yes"));
    assertEquals(Optional.of("Yes|yes"), Spellings.find(labels, "Yes|yes"));
    assertEquals(Optional.of("a\\|b"), Spellings.find(labels, "a|b"));
    assertEquals(Optional.empty(), Spellings.find(labels, "YES"));
    assertEquals(List.of("Yes", "No", "a|b"), Spellings.names(labels));
  }

  @Test
  void aTrialFindsItsRightAnswerAndAsksAboutEachSpelling() {
    var trial =
        Trial.of(new FreePrompt("p"), List.of(" Yes| yes", " No"), Optional.of(" yes"), false);

    assertEquals(List.of(" Yes| yes", " No"), trial.labels());
    assertEquals(0, trial.answerIndex().orElseThrow());
    assertEquals(Optional.of(" Yes"), trial.answerName());
    assertEquals(List.of(List.of(" Yes", " yes"), List.of(" No")), trial.spelledContinuations());
    assertEquals(Optional.of(" Yes| yes"), trial.labelOf(" yes"));
  }

  @Test
  void aRightAnswerWithABarIsOneLabel() {
    var trial = Trial.of(new FreePrompt("p"), List.of("x"), Optional.of("a|b"), false);

    assertEquals(List.of("x", "a|b"), trial.names());
    assertEquals(1, trial.answerIndex().orElseThrow());
  }

  @Test
  void emptyAndRepeatedSpellingsAreRefusedInWords() {
    assertTrue(Spellings.problem(List.of("a|")).orElseThrow().contains("A spelling of “a|”"));
    assertTrue(Spellings.problem(List.of("")).orElseThrow().contains("A label must not be empty"));
    assertTrue(
        Spellings.problem(List.of("a|b", "b")).orElseThrow().contains("a label “b” already"));
    assertEquals(Optional.empty(), Spellings.problem(List.of("a|b", "c")));
  }

  @Test
  void theNameStandsInAPromptInWords() {
    var template = new ZeroShotTemplate(ZeroShotKind.OWN, "{x} {labels}:");

    assertEquals(
        "Good? Yes/No:", new ZeroShotPrompt(template, "Good?", List.of("Yes|yes", "No")).render());
  }
}
