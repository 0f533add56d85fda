package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;

final class ScoreCommandTest {

  @Test
  void answersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = CliRun.of("score", "ab", "--json").json();

    assertEquals(
        List.of("tokens", "count", "loss", "perplexity", "totalLogProbability"),
        List.copyOf(json.keySet()));
    assertEquals(
        List.of("position", "id", "token", "logProbability", "rank", "entropy"),
        List.copyOf(json.getAsJsonArray("tokens").get(0).getAsJsonObject().keySet()));
  }

  @Test
  void scoresTheFirstTokenOfTheTextAfterTheStartToken() {
    var json = CliRun.of("score", "ab", "--json").json();

    var tokens = json.getAsJsonArray("tokens");
    assertEquals(2, json.get("count").getAsInt());
    assertTrue(tokens.get(0).getAsJsonObject().get("logProbability").isJsonNull());
    assertEquals(98, tokens.get(1).getAsJsonObject().get("rank").getAsInt());
    assertEquals(1, tokens.get(2).getAsJsonObject().get("rank").getAsInt());
  }

  @Test
  void takesTheMeanOfTheSurprisalsAsLoss() {
    var json = CliRun.of("score", "--prompt", "abz", "--json").json();

    double total = 0;
    for (var token : json.getAsJsonArray("tokens").asList().subList(1, 4)) {
      total += token.getAsJsonObject().get("logProbability").getAsDouble();
    }
    assertEquals(total, json.get("totalLogProbability").getAsDouble(), 1e-12);
    assertEquals(-total / 3, json.get("loss").getAsDouble(), 1e-12);
    assertEquals(Math.exp(-total / 3), json.get("perplexity").getAsDouble(), 1e-9);
  }

  @Test
  void scoresIdsAsTheyAre() {
    var json = CliRun.of("score", "--prompt-ids", "98,99", "--json").json();

    assertEquals(2, json.getAsJsonArray("tokens").size());
    assertEquals(1, json.get("count").getAsInt());
  }

  @Test
  void hasNoLossForASingleToken() {
    var json = CliRun.of("score", "--prompt-ids", "98", "--json").json();
    var text = CliRun.of("score", "--prompt-ids", "98");

    assertTrue(json.get("loss").isJsonNull());
    assertTrue(json.get("perplexity").isJsonNull());
    assertTrue(text.out().contains("no loss"));
  }

  @Test
  void writesTheLogProbabilityOfAnImpossibleTokenAsAString() {
    var json = CliRun.of("score", "--prompt-ids", "98,0", "--json").json();

    assertEquals("-inf", json.get("totalLogProbability").getAsString());
    assertEquals("inf", json.get("loss").getAsString());
  }

  @Test
  void showsATableToPeople() {
    var out = CliRun.of("score", "a b").out();

    assertTrue(out.contains("␣"));
    assertTrue(out.contains("nats, perplexity"));
    assertTrue(out.contains("over 3 tokens"));
  }

  @Test
  void takesOneTextOnly() {
    assertEquals(ExitCode.USAGE, CliRun.of("score", "a", "--prompt", "b").code());
    assertEquals(ExitCode.USAGE, CliRun.of("score").code());
  }
}
