package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that look into a model say what they found in words that scripts rely on, and name
/// the part that a model does not show.
final class InsideCommandsTest {

  @Test
  void featuresAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = FakeInside.run("features", "--prompt", "ab", "--json").json();

    assertEquals(List.of("width", "position", "features"), List.copyOf(json.keySet()));
    assertEquals(FakeInside.WIDTH, json.get("width").getAsInt());
    assertEquals(2, json.get("position").getAsInt());
    assertEquals(FakeInside.WIDTH, json.getAsJsonArray("features").size());
    assertEquals('b' + 1, json.getAsJsonArray("features").get(0).getAsDouble());
  }

  @Test
  void featuresSaysTheLargestDifferenceOfTheLogitsWhereThereIsOne() {
    var json = FakeInside.run(0.25f, "features", "--prompt", "ab", "--json").json();
    var text = FakeInside.run(0.25f, "features", "--prompt", "ab");

    assertEquals(0.25, json.get("logitsDifference").getAsDouble());
    assertTrue(text.out().contains("differ by up to 0.25"));
    assertFalse(FakeInside.run("features", "--prompt", "ab").out().contains("differ"));
  }

  @Test
  void theMemoryOfTheSecondCopyIsSaidOnATerminalAndAlwaysIfThereIsTooLittle() {
    var large = FakeInside.taking(1L << 60);

    var quiet = FakeInside.run("features", "--prompt", "ab");
    var seen = new CliRun().models((_, _) -> FakeInside.loaded(0)).onTerminal();
    var tooLarge = new CliRun().models((_, _) -> large).run("layers", "--prompt", "ab", "--json");

    assertEquals("", quiet.err());
    assertTrue(seen.run("features", "--prompt", "ab").err().contains("a second copy of the model"));
    assertEquals(ExitCode.DONE, tooLarge.code());
    assertTrue(tooLarge.err().contains("a second copy of the model"), tooLarge.err());
    if (Files.exists(Path.of("/proc/meminfo"))) {
      assertTrue(tooLarge.err().contains("are free: it may not open"), tooLarge.err());
    }
  }

  @Test
  void featuresOfAModelThatDoesNotShowThemAreRefusedInASentence() {
    var outcome = CliRun.of("features", "--prompt", "ab", "--json");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("does not show its inside"));
  }

  @Test
  void attributeAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = FakeInside.run("attribute", "--prompt", "ab", "--json").json();

    assertEquals(List.of("token", "id", "logProbability", "tokens"), List.copyOf(json.keySet()));
    var share = json.getAsJsonArray("tokens").get(1).getAsJsonObject();
    assertEquals(
        List.of("position", "id", "token", "gradientNorm", "gradientDotEmbedding"),
        List.copyOf(share.keySet()));
    assertEquals(1, share.get("position").getAsInt());
    assertEquals("a", share.get("token").getAsString());
    assertEquals('a' + 1, share.get("gradientNorm").getAsDouble());
    assertEquals('a' + 1, share.get("gradientDotEmbedding").getAsDouble());
  }

  @Test
  void attributeMeasuresWhatLeavingEachTokenOutDoes() {
    var json =
        FakeInside.run("attribute", "--prompt", "ab", "--token-id", "7", "--measured", "--json")
            .json();

    assertEquals(7, json.get("id").getAsInt());
    for (var share : json.getAsJsonArray("tokens")) {
      var object = share.getAsJsonObject();
      double effect = object.get("measuredEffect").getAsDouble();
      double product = object.get("gradientDotEmbedding").getAsDouble();
      assertEquals(effect * product < 0, object.get("signsDiffer").getAsBoolean());
    }
    assertTrue(FakeInside.run("attribute", "--prompt", "ab").out().contains("A gradient is local"));
    assertTrue(
        FakeInside.run("attribute", "--prompt", "ab", "--measured")
            .out()
            .contains("measured effect"));
  }

  @Test
  void attributeRefusesATokenThatIsNotThereAndAModelWithoutAnInside() {
    assertTrue(
        FakeInside.run("attribute", "--prompt", "ab", "--token-id", "9999").err().contains("9999"));
    assertTrue(CliRun.of("attribute", "--prompt", "ab").err().contains("does not show its inside"));
  }

  @Test
  void attentionAnswersWithTheMeanOfTheHeadsOfEachLayer() {
    var json = FakeInside.run("attention", "--prompt", "ab", "--json").json();

    assertEquals(
        List.of("position", "layers", "heads", "tokens", "rows", "mean"),
        List.copyOf(json.keySet()));
    assertEquals(2, json.get("position").getAsInt());
    assertEquals(3, json.getAsJsonArray("tokens").size());
    assertEquals(2, json.getAsJsonArray("rows").size());
    var row = json.getAsJsonArray("rows").get(1).getAsJsonObject();
    assertEquals(List.of("layer", "head", "startShare", "weights"), List.copyOf(row.keySet()));
    assertEquals(2, row.get("layer").getAsInt());
    assertTrue(row.get("head").isJsonNull());
    assertEquals(2 / 3.0, row.get("startShare").getAsDouble(), 1e-6);
    assertEquals(1 / 6.0, row.getAsJsonArray("weights").get(2).getAsDouble(), 1e-6);
  }

  @Test
  void attentionOfOneHeadWithoutTheStartSumsToOneAgain() {
    var json =
        FakeInside.run(
                "attention",
                "--prompt",
                "ab",
                "--layer",
                "2",
                "--head",
                "1",
                "--without-start",
                "--json")
            .json();

    var row = json.getAsJsonArray("rows").get(0).getAsJsonObject();
    assertEquals(1, row.get("head").getAsInt());
    assertEquals(1 / 3.0, row.get("startShare").getAsDouble(), 1e-6);
    assertEquals(0, row.getAsJsonArray("weights").get(0).getAsDouble());
    assertEquals(0.5, row.getAsJsonArray("weights").get(1).getAsDouble(), 1e-6);
  }

  @Test
  void attentionOfAllHeadsNumbersThemFromOneAndTheMeanOfLayersHasNoNumber() {
    var all = FakeInside.run("attention", "--prompt", "ab", "--head", "all", "--json").json();
    var mean =
        FakeInside.run("attention", "--prompt", "ab", "--layer", "mean", "--head", "all", "--json");

    assertEquals(4, all.getAsJsonArray("rows").size());
    var rows = mean.json().getAsJsonArray("rows");
    assertEquals(2, rows.size());
    assertTrue(rows.get(0).getAsJsonObject().get("layer").isJsonNull());
    assertEquals(1, rows.get(1).getAsJsonObject().get("startShare").getAsDouble());
  }

  @Test
  void attentionToAFewShotPromptIsSummedByExampleAndTheSumsAreTheWhole(@TempDir Path folder)
      throws IOException {
    var task = LetterTask.in(folder);
    var json = FakeInside.run("attention", "--task", task, "--shots", "2", "--json").json();

    double sum = 0;
    int to = 0;
    var names = new ArrayList<String>();
    for (var part : json.getAsJsonArray("parts")) {
      var members = part.getAsJsonObject();
      names.add(members.get("part").getAsString());
      assertEquals(to, members.get("from").getAsInt());
      to = members.get("to").getAsInt();
      sum += members.get("weight").getAsDouble();
    }
    assertEquals(json.getAsJsonArray("tokens").size(), to);
    assertEquals(1, sum, 1e-6);
    assertEquals(List.of("example", "example", "question"), names.subList(1, names.size()));
    assertTrue(
        FakeInside.run("attention", "--task", task, "--shots", "2").out().contains("example 2"));
    assertEquals(
        ExitCode.USAGE, FakeInside.run("attention", "--prompt", "a", "--shots", "2").code());
  }

  @Test
  void aLayerOrHeadThatIsNotThereIsNamed() {
    assertTrue(
        FakeInside.run("attention", "--prompt", "a", "--layer", "3").err().contains("no layer 3"));
    assertTrue(
        FakeInside.run("attention", "--prompt", "a", "--head", "9").err().contains("heads 1 to 2"));
    assertEquals(
        ExitCode.USAGE, FakeInside.run("attention", "--prompt", "a", "--layer", "0").code());
    assertTrue(
        FakeInside.run("attention", "--prompt", "a", "--head", "x").err().contains("all, mean"));
  }

  @Test
  void attentionShowsPeopleWhereEachLayerLooksAndWhatThisIsNot() {
    var text = FakeInside.run(0.25f, "attention", "--prompt", "ab").out();

    assertTrue(text.contains("mean weight"));
    assertTrue(text.contains("most of the rest on"));
    assertTrue(text.contains("of the weight is on the first token"));
    assertTrue(text.contains("not why"));
    assertTrue(text.contains("differ by up to 0.25"));
  }

  @Test
  void layersAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = FakeInside.run("layers", "--prompt", "ab", "--top", "2", "--json").json();

    assertEquals(List.of("layers", "position", "firstLead", "lead"), List.copyOf(json.keySet()));
    var last = json.getAsJsonArray("layers").get(1).getAsJsonObject();
    assertEquals(List.of("layer", "entropy", "klToLast", "candidates"), List.copyOf(last.keySet()));
    assertEquals(1, last.get("layer").getAsInt());
    assertEquals(0, last.get("klToLast").getAsDouble());
    var candidates = last.getAsJsonArray("candidates");
    assertEquals(2, candidates.size());
    var first = candidates.get(0).getAsJsonObject();
    assertEquals(List.of("rank", "id", "token", "probability"), List.copyOf(first.keySet()));
    assertEquals(1, first.get("rank").getAsInt());
  }

  @Test
  void theKullbackLeiblerDivergenceIsFromALayerToTheLastOne() {
    var json = FakeInside.run("layers", "--prompt", "ab", "--top", "9999", "--json").json();

    var first = json.getAsJsonArray("layers").get(0).getAsJsonObject();
    var before = probabilities(first);
    var last = probabilities(json.getAsJsonArray("layers").get(1).getAsJsonObject());
    double entropy = 0;
    double divergence = 0;
    for (var id : before.keySet()) {
      double p = before.get(id);
      if (p > 0) {
        entropy -= p * Math.log(p);
        divergence += p * Math.log(p / last.getOrDefault(id, 0.0));
      }
    }
    assertEquals(entropy, first.get("entropy").getAsDouble(), 1e-9);
    assertEquals(divergence, first.get("klToLast").getAsDouble(), 1e-9);
    assertEquals(1, json.get("lead").getAsInt());
  }

  private static Map<Integer, Double> probabilities(JsonObject layer) {
    var probabilities = new HashMap<Integer, Double>();
    for (var candidate : layer.getAsJsonArray("candidates")) {
      var members = candidate.getAsJsonObject();
      probabilities.put(members.get("id").getAsInt(), members.get("probability").getAsDouble());
    }
    return probabilities;
  }

  @Test
  void layersSaysTheDifferenceOfTheLogitsAndRefusesWhatItCannotShow() {
    assertTrue(
        FakeInside.run(0.25f, "layers", "--prompt", "ab").out().contains("differ by up to 0.25"));
    assertFalse(FakeInside.run("layers", "--prompt", "ab").out().contains("differ"));
    assertEquals(ExitCode.USAGE, FakeInside.run("layers", "--prompt", "ab", "--top", "0").code());
    var closed = CliRun.of("layers", "--prompt", "ab");
    assertEquals(ExitCode.UNUSABLE, closed.code());
    assertTrue(closed.err().contains("does not show its inside"));
  }

  @Test
  void theyShowTablesToPeople() {
    var neighbors = FakeInside.run("neighbors", "--token", "b", "--top", "3").out();
    var features = FakeInside.run("features", "--prompt", "ab").out();
    var layers = FakeInside.run("layers", "--prompt", "ab").out();

    assertTrue(neighbors.contains("nearest by cosine"));
    assertTrue(neighbors.contains("similarity"));
    assertTrue(features.contains(FakeInside.WIDTH + " features at position 2"));
    assertTrue(layers.contains("KL to last"));
    assertTrue(layers.contains("is the final choice. It leads from layer 1 on."));
  }
}
