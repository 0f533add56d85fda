package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import kelvin.cli.CliRun.Outcome;
import org.junit.jupiter.api.Test;

/// `kelvin next` and `kelvin generate` on a server that tells only the most probable tokens. If
/// these tests fail, a script takes a bound for a probability.
class TopCommandsTest extends ServedTopToy {

  private static final String IDS_TEXT = "5,9,40,7,33";

  private JsonObject next(String... more) {
    var all = new String[more.length + 4];
    System.arraycopy(new String[] {"next", "--prompt-ids", IDS_TEXT, "--json"}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    var outcome = command(all);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.json();
  }

  private static double low(JsonObject object, String name) {
    return object.getAsJsonObject("bounds").getAsJsonArray(name).get(0).getAsDouble();
  }

  private static double high(JsonObject object, String name) {
    return object.getAsJsonObject("bounds").getAsJsonArray(name).get(1).getAsDouble();
  }

  @Test
  void atOneTheListIsExactAndTheEntropyIsBetweenItsBounds() {
    var answer = next("--all");
    var expected = probabilities();
    double entropy = 0;
    for (double p : expected) {
      entropy -= p * Math.log(p);
    }

    assertEquals(20, answer.getAsJsonArray("candidates").size());
    assertEquals(20, answer.getAsJsonObject("known").get("count").getAsInt());
    for (var element : answer.getAsJsonArray("candidates")) {
      var candidate = element.getAsJsonObject();
      double p = expected[candidate.get("id").getAsInt()];
      assertEquals(p, candidate.get("probability").getAsDouble(), 1e-6);
      assertEquals(p, candidate.get("scaledProbability").getAsDouble(), 1e-6);
      assertFalse(candidate.has("bounds"));
    }
    assertTrue(answer.get("entropy").isJsonNull());
    assertTrue(low(answer, "entropy") <= entropy + 1e-6, answer.toString());
    assertTrue(high(answer, "entropy") >= entropy - 1e-6, answer.toString());
    assertTrue(answer.getAsJsonObject("kept").get("count").isJsonNull());
    assertTrue(answer.get("unknownDraw").getAsString().contains("set top-k to 19 or less"));
  }

  @Test
  void atAnotherTemperatureEveryNumberHasBoundsThatHold() {
    var expected = probabilities();
    for (double temperature : new double[] {0.5, 2}) {
      double sum = 0;
      for (double p : expected) {
        sum += Math.pow(p, 1 / temperature);
      }
      for (var element :
          next("--temperature", String.valueOf(temperature)).getAsJsonArray("candidates")) {
        var candidate = element.getAsJsonObject();
        double scaled = Math.pow(expected[candidate.get("id").getAsInt()], 1 / temperature) / sum;
        assertTrue(candidate.get("scaledProbability").isJsonNull());
        assertTrue(low(candidate, "scaledProbability") <= scaled + 1e-6);
        assertTrue(high(candidate, "scaledProbability") >= scaled - 1e-6);
      }
    }
  }

  @Test
  void aCutAmongTheListedTokensMakesTheDrawExact() {
    var answer = next("--top-k", "5", "--temperature", "0.7");
    assertEquals(5, answer.getAsJsonObject("kept").get("count").getAsInt());
    double sum = 0;
    for (var element : answer.getAsJsonArray("candidates")) {
      sum += element.getAsJsonObject().get("finalProbability").getAsDouble();
    }
    assertEquals(1, sum, 1e-9);
    assertTrue(answer.get("unknownDraw").isJsonNull());
  }

  @Test
  void aTokenOutsideTheListHasABoundAndNoValue() {
    var expected = probabilities();
    // The byte with this id is a letter that the toy finds improbable here.
    int id = 1;
    for (int other = 1 + 'A'; other <= 1 + 'z'; other++) {
      id = id == 1 || expected[other] < expected[id] ? other : id;
    }
    var text = tokenizer.vocabulary().wholeText(id).orElseThrow();
    var watched = next("--watch", text).getAsJsonArray("watched").get(0).getAsJsonObject();
    assertTrue(watched.get("probability").isJsonNull(), watched.toString());
    assertTrue(watched.get("rank").isJsonNull());
    assertEquals(21, low(watched, "rank"));
    assertTrue(high(watched, "probability") >= expected[id]);
  }

  @Test
  void penaltiesAreRefusedWithTheReason() {
    var said = command("next", "--prompt-ids", IDS_TEXT, "--logit-bias", "7=3");
    assertEquals(3, said.code());
    assertTrue(said.err().contains("logits that the server does not give"), said.err());
  }

  @Test
  void aTextIsDrawnOnlyWhereTheDrawIsKnown() {
    var drawn = generate("--top-k", "5");
    assertEquals(0, drawn.code(), drawn.err());
    assertEquals(4, drawn.json().getAsJsonArray("steps").size());
    var refused = generate();
    assertEquals(3, refused.code());
    assertTrue(
        refused.err().contains("To draw, set top-k to 19 or less: the server lists only 20 tokens"),
        refused.err());
  }

  private Outcome generate(String... more) {
    var all = new String[more.length + 6];
    System.arraycopy(
        new String[] {"generate", "--prompt-ids", IDS_TEXT, "--json", "--max-tokens", "4"},
        0,
        all,
        0,
        6);
    System.arraycopy(more, 0, all, 6, more.length);
    return command(all);
  }

  @Test
  void theTableSaysWhatIsKnown() {
    var table = command("next", "--prompt-ids", IDS_TEXT);
    assertTrue(table.out().contains("known: the 20 most probable of"), table.out());
    assertTrue(table.out().contains(" to "), table.out());
  }

  @Test
  void aRecordOfAllLogitsIsRefused() {
    var said = generate("--top-k", "5", "--certificate", "never.json");
    assertEquals(3, said.code());
    assertTrue(said.err().contains("leave out --certificate"), said.err());
  }
}
