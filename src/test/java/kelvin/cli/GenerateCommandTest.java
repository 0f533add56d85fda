package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;

final class GenerateCommandTest {

  @Test
  void answersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = CliRun.of("generate", "--prompt", "a", "--max-tokens", "1", "--json").json();

    assertEquals(
        List.of("prompt", "steps", "text", "stop", "tokensPerSecond"), List.copyOf(json.keySet()));
    assertEquals(
        List.of(
            "step",
            "id",
            "token",
            "probability",
            "finalProbability",
            "rank",
            "u",
            "entropy",
            "keptCount"),
        List.copyOf(json.getAsJsonArray("steps").get(0).getAsJsonObject().keySet()));
  }

  @Test
  void drawsGreedilyWithoutARandomNumber() {
    var json =
        CliRun.of("generate", "--prompt", "a", "--draw", "greedy", "--max-tokens", "3", "--json")
            .json();

    assertEquals("bcd", json.get("text").getAsString());
    assertEquals("a", json.get("prompt").getAsString());
    assertEquals("max-tokens", json.get("stop").getAsString());
    assertTrue(json.getAsJsonArray("steps").get(0).getAsJsonObject().get("u").isJsonNull());
  }

  @Test
  void givesTheSameTextForTheSameSeed() {
    var arguments = new String[] {"generate", "--prompt", "a", "--max-tokens", "9", "--seed", "7"};

    var first = CliRun.of(arguments);
    var second = CliRun.of(arguments);
    var other = CliRun.of("generate", "--prompt", "a", "--max-tokens", "9", "--seed", "8");

    assertEquals(first.out(), second.out());
    assertTrue(!first.out().equals(other.out()));
  }

  @Test
  void streamsOnlyWholeCharacters() {
    // after the byte C3 the fake foretells C4, which completes nothing
    var outcome =
        CliRun.of("generate", "--prompt-ids", "195", "--draw", "greedy", "--max-tokens", "2");

    assertEquals("\uFFFD\uFFFD\n", outcome.out());
  }

  @Test
  void stopsWhenTheContextIsFull() {
    var json = CliRun.of("generate", "--prompt", "a", "--json").json();

    assertEquals("context-full", json.get("stop").getAsString());
  }

  @Test
  void decodesThePromptOfIds() {
    var json = CliRun.of("generate", "--prompt-ids", "98,99", "--max-tokens", "0", "--json").json();

    assertEquals("ab", json.get("prompt").getAsString());
    assertEquals("", json.get("text").getAsString());
    assertTrue(json.get("tokensPerSecond").isJsonNull());
  }

  @Test
  void writesALoneSurrogateAsTheTokenizerSeesIt() {
    var json = CliRun.of("generate", "--prompt", "a\uD800😀", "--max-tokens", "0", "--json").json();

    assertEquals("a\uFFFD😀", json.get("prompt").getAsString());
  }

  @Test
  void endsWithItsOwnCodeAndWhatItHasWhenCancelled() {
    var run = new CliRun().cancelledInRun(3);

    var outcome = run.run("generate", "--prompt", "a", "--json");

    assertEquals(ExitCode.CANCELLED, outcome.code());
    assertEquals("cancelled", outcome.json().get("stop").getAsString());
    assertEquals(2, outcome.json().getAsJsonArray("steps").size());
    assertEquals("", outcome.err());
  }

  @Test
  void refusesWhatItCannotDraw() {
    var mode = CliRun.of("generate", "--prompt", "a", "--draw", "lots");
    var count = CliRun.of("generate", "--prompt", "a", "--max-tokens", "-1");

    assertEquals(ExitCode.USAGE, mode.code());
    assertTrue(mode.err().contains("inverse-cdf or gumbel or greedy"));
    assertEquals(ExitCode.USAGE, count.code());
  }
}
