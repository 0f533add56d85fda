package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `expand` and `probability` on a fake model of bytes. If these fail, scripts get wrong
/// probabilities of texts, or do not learn how much was not looked at.
final class PathCommandsTest {

  private static List<JsonObject> objects(JsonObject json, String name) {
    return StreamSupport.stream(json.getAsJsonArray(name).spliterator(), false)
        .map(element -> element.getAsJsonObject())
        .toList();
  }

  @Test
  void expandAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json =
        CliRun.of("expand", "--prompt", "a", "--depth", "2", "--budget", "5", "--json").json();

    var names = List.copyOf(json.keySet());
    assertEquals(List.of("leaves", "covered", "unexplored", "runs"), names.subList(0, 4));
    var leaf = objects(json, "leaves").getFirst();
    assertEquals(List.of("ids", "text", "logProbability", "ended"), List.copyOf(leaf.keySet()));
    assertEquals("bc", leaf.get("text").getAsString());
    assertEquals(5, json.get("runs").getAsInt());
    assertEquals("budget", json.get("end").getAsString());
  }

  @Test
  void leavesAndWhatIsUnexploredAreOne() {
    var json =
        CliRun.of(
                "expand", "--prompt", "a", "--depth", "2", "--mass", "1", "--budget", "9", "--json")
            .json();

    double sum =
        objects(json, "leaves").stream()
            .mapToDouble(leaf -> Math.exp(leaf.get("logProbability").getAsDouble()))
            .sum();
    assertEquals(1, sum + json.get("unexplored").getAsDouble(), 1e-9);
    assertEquals(sum, json.get("covered").getAsDouble(), 1e-9);
  }

  @Test
  void aLeafIsWorthWhatScoreGivesItsTokens() {
    var json =
        CliRun.of("expand", "--prompt", "a", "--depth", "2", "--budget", "5", "--json").json();
    var tokens = objects(CliRun.of("score", "abc", "--json").json(), "tokens");

    double expected =
        tokens.get(2).get("logProbability").getAsDouble()
            + tokens.get(3).get("logProbability").getAsDouble();
    var first = objects(json, "leaves").getFirst();
    assertEquals(expected, first.get("logProbability").getAsDouble(), 1e-12);
  }

  @Test
  void expandSaysInASentenceHowMuchTheLeavesHold() {
    var out =
        CliRun.of("expand", "--prompt", "a", "--depth", "2", "--budget", "5", "--top", "3").out();

    assertTrue(out.contains("of all continuations of 2 tokens (3 listed)"), out);
    assertTrue(out.contains("is unexplored. After 5 runs, the budget of runs is used up."), out);
  }

  @Test
  void aBeamSaysWhatItMissed() {
    var line = List.of("expand", "--prompt", "a", "--depth", "2", "--beam", "2");
    var arguments = new ArrayList<>(line);
    arguments.add("--json");
    var beam = CliRun.of(arguments.toArray(String[]::new)).json().getAsJsonObject("beam");

    assertEquals(
        List.of("leaves", "covered", "best", "missed", "runs"), List.copyOf(beam.keySet()));
    assertEquals(2, objects(beam, "leaves").size());
    assertTrue(beam.get("covered").getAsDouble() <= beam.get("best").getAsDouble() + 1e-12);
    var out = CliRun.of(line.toArray(String[]::new)).out();
    assertTrue(out.contains("The beam ends with 2 leaves of "), out);
  }

  @ParameterizedTest
  @CsvSource({
    "--beam,0,--beam must be 1 or more",
    "--beam,1001,--beam must be 1 to 1000",
    "--depth,0,--depth must be 1 or more",
    "--mass,0,--mass must be above 0 and at most 1",
    "--mass,1.5,--mass must be above 0 and at most 1",
    "--budget,-1,--budget must be 0 or more",
    "--top,-1,--top must be 0 or more"
  })
  void limitsOutOfRangeAreRefusedByName(String option, String value, String sentence) {
    var all = new ArrayList<>(List.of("expand", "--prompt", "a", option, value));
    if (!option.equals("--depth")) {
      all.addAll(List.of("--depth", "2"));
    }
    var outcome = CliRun.of(all.toArray(String[]::new));

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }

  @Test
  void probabilityAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = CliRun.of("probability", "--prompt", "a", "--text", "bc", "--json").json();

    var names = List.copyOf(json.keySet());
    assertEquals(
        List.of("text", "probability", "canonical", "spellings", "bound"), names.subList(0, 5));
    var canonical = json.getAsJsonObject("canonical");
    assertEquals(List.of("ids", "probability"), List.copyOf(canonical.keySet()));
    // One token for each character: there is no other spelling.
    assertEquals(
        canonical.get("probability").getAsDouble(), json.get("probability").getAsDouble(), 1e-12);
    assertEquals(0, json.get("bound").getAsDouble());
    var spelling = objects(json, "spellings").getFirst();
    assertEquals(List.of("ids", "probability", "text"), List.copyOf(spelling.keySet()));
    assertEquals(canonical.get("ids"), spelling.get("ids"));
    assertFalse(json.has("healed"));
  }

  @Test
  void theUsualSpellingIsWorthWhatScoreGivesItsTokens() {
    var json = CliRun.of("probability", "--prompt", "a", "--text", "bc", "--json").json();
    var tokens = objects(CliRun.of("score", "abc", "--json").json(), "tokens");

    double expected =
        tokens.get(2).get("logProbability").getAsDouble()
            + tokens.get(3).get("logProbability").getAsDouble();
    double canonical = json.getAsJsonObject("canonical").get("probability").getAsDouble();
    assertEquals(Math.exp(expected), canonical, 1e-12);
  }

  @Test
  void healingIsOnlyThereWhereItIsAskedFor() {
    var json = CliRun.of("probability", "--prompt", "ab", "--text", "c", "--heal", "--json").json();
    var out = CliRun.of("probability", "--prompt", "ab", "--text", "c", "--heal").out();

    var healed = json.getAsJsonObject("healed");
    assertEquals("b", healed.get("removed").getAsString());
    assertEquals(
        json.get("probability").getAsDouble(), healed.get("probability").getAsDouble(), 1e-9);
    assertTrue(out.contains("If the end of the prompt, “b”, may be spelled in another way"), out);
  }

  @Test
  void anEmptyTextIsRefused() {
    var outcome = CliRun.of("probability", "--prompt", "a", "--text", "");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("--text is empty"), outcome.err());
  }

  @Test
  void aTextThatDoesNotFitIsRefusedWithBothNumbers() {
    var outcome = CliRun.of("probability", "--prompt", "a", "--text", "b".repeat(40));

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(
        outcome.err().contains("The prompt and the text together have 42 tokens, 10 more than"),
        outcome.err());
  }

  @Test
  void tokensThatAreOnlyPartsOfACharacterAreSpellingsToo() {
    var out = CliRun.of("probability", "--prompt", "a", "--text", "日").out();

    assertTrue(out.contains("⟨E6⟩ ⟨97⟩ ⟨A5⟩"), out);
    assertTrue(out.contains("1 spelling after 3 runs; there are no others."), out);
  }

  @Test
  void tokenIdsHaveNoUsualSpelling() {
    var json = CliRun.of("probability", "--prompt-ids", "98", "--text", "b", "--json").json();

    assertTrue(json.get("canonical").isJsonNull());
    assertTrue(json.get("probability").getAsDouble() > 0);
  }
}
