package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NextCommandTest {

  @Test
  void answersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = CliRun.of("next", "--prompt", "a", "--watch", "b", "--json").json();

    assertEquals(
        List.of(
            "model",
            "context",
            "parameters",
            "vocabularySize",
            "entropy",
            "perplexity",
            "kept",
            "tail",
            "candidates",
            "watched"),
        List.copyOf(json.keySet()));
    assertEquals(
        List.of("position", "id", "token", "special"), keysOfFirst(json.getAsJsonArray("context")));
    assertEquals(
        List.of("temperature", "topK", "topP", "minP", "stages"),
        List.copyOf(json.getAsJsonObject("parameters").keySet()));
    assertEquals(List.of("count", "mass"), List.copyOf(json.getAsJsonObject("kept").keySet()));
    assertEquals(
        List.of("count", "probability"), List.copyOf(json.getAsJsonObject("tail").keySet()));
    var candidate =
        List.of(
            "rank",
            "id",
            "token",
            "logit",
            "probability",
            "scaledProbability",
            "cumulative",
            "finalProbability",
            "removedBy");
    assertEquals(candidate, keysOfFirst(json.getAsJsonArray("candidates")));
    assertTrue(keysOfFirst(json.getAsJsonArray("watched")).containsAll(candidate));
  }

  private static List<String> keysOfFirst(Iterable<JsonElement> objects) {
    return List.copyOf(objects.iterator().next().getAsJsonObject().keySet());
  }

  @Test
  void startsTheContextWithTheTokenThatTheTokenizerAdds() {
    var context = CliRun.of("next", "--prompt", "ab", "--json").json().getAsJsonArray("context");

    var start = context.get(0).getAsJsonObject();
    assertEquals(3, context.size());
    assertEquals(0, start.get("id").getAsInt());
    assertTrue(start.get("special").getAsBoolean());
    assertEquals("b", context.get(2).getAsJsonObject().get("token").getAsString());
    assertEquals(2, context.get(2).getAsJsonObject().get("position").getAsInt());
  }

  @Test
  void addsNothingToIds() {
    var context =
        CliRun.of("next", "--prompt-ids", "98, 99", "--json").json().getAsJsonArray("context");

    assertEquals(2, context.size());
    assertEquals("a", context.get(0).getAsJsonObject().get("token").getAsString());
  }

  @Test
  void answersAnEmptyPromptAfterTheStartToken() {
    var outcome = CliRun.of("next", "--prompt", "", "--json");

    assertEquals(ExitCode.DONE, outcome.code());
    assertEquals(1, outcome.json().getAsJsonArray("context").size());
  }

  @Test
  void saysWhenAnEmptyPromptHasNoStartToken() {
    var outcome =
        new CliRun()
            .models((_, _) -> CliRun.model(List.of(), () -> {}, 0))
            .run("next", "--prompt", "", "--json");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("no start token"));
    assertEquals("", outcome.out());
  }

  @Test
  void sumsToOneOverTheWholeVocabulary() {
    var json =
        CliRun.of(
                "next", "--prompt", "a", "--temperature", "0.7", "--top-k", "9", "--all", "--json")
            .json();

    assertEquals(FakeLanguageModel.LOGIT_COUNT, json.getAsJsonArray("candidates").size());
    assertEquals(1, sum(json, "probability"), 1e-12);
    assertEquals(1, sum(json, "scaledProbability"), 1e-12);
    assertEquals(1, sum(json, "finalProbability"), 1e-12);
    assertEquals(0, json.getAsJsonObject("tail").get("count").getAsInt());
    assertEquals(0, json.getAsJsonObject("tail").get("probability").getAsDouble());
  }

  private static double sum(JsonObject answer, String member) {
    return StreamSupport.stream(answer.getAsJsonArray("candidates").spliterator(), false)
        .mapToDouble(candidate -> candidate.getAsJsonObject().get(member).getAsDouble())
        .sum();
  }

  @Test
  void accountsForWhatTheListLeavesOut() {
    var json = CliRun.of("next", "--prompt", "a", "--top", "3", "--json").json();

    var tail = json.getAsJsonObject("tail");
    assertEquals(3, json.getAsJsonArray("candidates").size());
    assertEquals(FakeLanguageModel.LOGIT_COUNT - 3, tail.get("count").getAsInt());
    assertEquals(1, sum(json, "scaledProbability") + tail.get("probability").getAsDouble(), 1e-12);
  }

  @Test
  void ranksFromOneAndGivesTheLogitAsTheModelDid() {
    var json = CliRun.of("next", "--prompt", "a", "--top", "2", "--json").json();

    var candidates = json.getAsJsonArray("candidates");
    var second = candidates.get(1).getAsJsonObject();
    assertEquals(1, candidates.get(0).getAsJsonObject().get("rank").getAsInt());
    assertEquals("b", candidates.get(0).getAsJsonObject().get("token").getAsString());
    assertEquals("c", second.get("token").getAsString());
    assertEquals(-FakeLanguageModel.SLOPE, second.get("logit").getAsDouble());
  }

  @Test
  void keepsWhatTheNucleusKeeps() {
    var json = CliRun.of("next", "--prompt", "a", "--top-p", "0.5", "--all", "--json").json();

    double above = 0;
    for (var element : json.getAsJsonArray("candidates")) {
      var candidate = element.getAsJsonObject();
      assertEquals(above < 0.5, candidate.get("removedBy").isJsonNull());
      above += candidate.get("scaledProbability").getAsDouble();
    }
    assertTrue(json.getAsJsonObject("kept").get("mass").getAsDouble() >= 0.5);
  }

  @Test
  void namesTheStageThatRemovedAToken() {
    var json =
        CliRun.of("next", "--prompt", "a", "--top-k", "4", "--min-p", "0.8", "--json").json();

    var candidates = json.getAsJsonArray("candidates");
    assertTrue(candidates.get(1).getAsJsonObject().get("removedBy").isJsonNull());
    assertEquals("min-p", candidates.get(2).getAsJsonObject().get("removedBy").getAsString());
    assertEquals("top-k", candidates.get(4).getAsJsonObject().get("removedBy").getAsString());
    assertEquals(0, candidates.get(4).getAsJsonObject().get("finalProbability").getAsDouble());
  }

  @Test
  void writesWhatJsonHasNoNumberForAsAString() {
    var candidates =
        CliRun.of("next", "--prompt", "a", "--all", "--json").json().getAsJsonArray("candidates");

    var last = candidates.get(candidates.size() - 1).getAsJsonObject();
    assertEquals("-inf", last.get("logit").getAsString());
    assertEquals("⟨padding 259⟩", last.get("token").getAsString());
    assertEquals(0, last.get("probability").getAsDouble());
  }

  @Test
  void showsAWatchedTokenWhereverItRanks() {
    var outcome = CliRun.of("next", "--prompt", "a", "--top", "1", "--watch", "z", "--json");

    var watched = outcome.json().getAsJsonArray("watched").get(0).getAsJsonObject();
    assertEquals("z", watched.get("text").getAsString());
    assertEquals("z", watched.get("token").getAsString());
    assertEquals(25, watched.get("rank").getAsInt());
  }

  @Test
  void showsTheFirstTokenOfAWatchedTextOfSeveral() {
    var outcome = CliRun.of("next", "--prompt", "a", "--watch", "b", "--watch", " b", "--json");

    var watched = outcome.json().getAsJsonArray("watched").get(1).getAsJsonObject();
    assertEquals(" b", watched.get("text").getAsString());
    assertEquals(" ", watched.get("token").getAsString());
    assertEquals(2, watched.getAsJsonArray("tokens").size());
    assertEquals(
        "b", watched.getAsJsonArray("tokens").get(1).getAsJsonObject().get("token").getAsString());
  }

  @Test
  void refusesToWatchNothing() {
    assertEquals(ExitCode.USAGE, CliRun.of("next", "--prompt", "a", "--watch", "").code());
  }

  @Test
  void takesAPromptFromStandardInputAsItIs() {
    var outcome =
        new CliRun()
            .input("a\0b\n".getBytes(StandardCharsets.UTF_8))
            .run("next", "--prompt-file", "-", "--json");

    var context = outcome.json().getAsJsonArray("context");
    assertEquals(5, context.size());
    assertEquals("\0", context.get(2).getAsJsonObject().get("token").getAsString());
    assertEquals("\n", context.get(4).getAsJsonObject().get("token").getAsString());
  }

  @Test
  void showsTheBytesOfAnEmoji(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("with space 😀.txt"), "😀");

    var outcome = CliRun.of("next", "--prompt-file", file.toString(), "--json");

    var context = outcome.json().getAsJsonArray("context");
    assertEquals("⟨F0⟩", context.get(1).getAsJsonObject().get("token").getAsString());
  }

  @Test
  void refusesGeneratedIdsAfterAFileOfLogits(@TempDir Path folder) throws Exception {
    var logits = Files.writeString(folder.resolve("logits.json"), "[1, 2]");

    var outcome = CliRun.of("next", "--logits-file", logits.toString(), "--generated-ids", "1");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("leave out --generated-ids"), outcome.err());
  }

  @Test
  void refusesWrongGeneratedIdsBeforeAModelLoads() {
    var outcome =
        new CliRun()
            .models(
                (_, _) -> {
                  throw new AssertionError("a model loads");
                })
            .run("next", "--prompt", "a", "--generated-ids", "x");

    assertEquals(ExitCode.USAGE, outcome.code());
  }

  @Test
  void generatedIdsCountAsOutputAfterIdsToo() {
    var afterIds = penalized("--prompt-ids", "0,98", "--generated-ids", "99");

    assertEquals(penalized("--prompt", "a", "--generated-ids", "99"), afterIds);
    assertFalse(penalized("--prompt-ids", "0,98,99").equals(afterIds));
  }

  private static JsonElement penalized(String... context) {
    var all =
        Stream.concat(
                Stream.of("next", "--frequency-penalty", "2", "--all", "--json"),
                Stream.of(context))
            .toArray(String[]::new);
    return CliRun.of(all).json().get("candidates");
  }

  @Test
  void takesALoneSurrogateInAPrompt() {
    assertEquals(ExitCode.DONE, CliRun.of("next", "--prompt", "a\uD800b").code());
  }

  @Test
  void takesAPromptThatLooksLikeAnOptionOrAFile() {
    var dash = CliRun.of("next", "--prompt=--json", "--json");
    var at = CliRun.of("next", "--prompt", "@pom.xml", "--json");

    assertEquals(1 + "--json".length(), dash.json().getAsJsonArray("context").size());
    assertEquals(1 + "@pom.xml".length(), at.json().getAsJsonArray("context").size());
  }

  @Test
  void makesWhiteSpaceVisibleToPeople() {
    var out = CliRun.of("next", "--prompt", "\u001f").out();

    assertTrue(out.contains("␣"));
    assertFalse(out.contains("\t"));
    assertTrue(out.contains("entropy"));
    assertTrue(out.contains("other 240 tokens"));
  }

  @Test
  void alignsTheColumnsOfTheTable() {
    var lines = CliRun.of("next", "--prompt", "a", "--top", "12").out().lines().toList();

    int header = lines.indexOf(lines.stream().filter(l -> l.contains("token  ")).toList().get(0));
    int column = lines.get(header).indexOf("token");
    assertEquals('b', lines.get(header + 1).charAt(column));
    assertEquals('m', lines.get(header + 12).charAt(column));
  }

  @Test
  void tellsPeopleWhatEachStageRemovedAndWhyAWatchedTokenIsOut() {
    var out =
        CliRun.of("next", "--prompt", "a", "--top-k", "4", "--min-p", "0.8", "--watch", "z").out();

    assertTrue(out.contains("mass removed"));
    assertTrue(out.lines().anyMatch(line -> line.matches("top-k +256 +4 .*")), out);
    assertTrue(out.contains("z: removed by top-k: outside the top 4 (rank 25)"), out);
  }

  @Test
  void saysWhenAStageHadToSpareATokenThatItWouldRemove() {
    var out = CliRun.of("next", "--prompt", "a", "--epsilon-cutoff", "0.99").out();

    assertTrue(out.contains("epsilon-cutoff would have removed all tokens; the top one stays"));
  }
}
