package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.Figure;
import kelvin.cli.environment.FigureRenderer;
import kelvin.cli.environment.MapOfTokens;
import kelvin.display.EvaluationPlot;
import kelvin.engine.inside.TokenMap;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.inference.LoadedModel;
import kelvin.inference.inner.TokenVectors;
import kelvin.prompt.sweep.SweepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that look into a model say what they found in words that scripts rely on, and name
/// the part that a model does not show.
final class InsideCommandsTest {

  private static CliRun.Outcome run(String... arguments) {
    return run(0, arguments);
  }

  /// @param difference between the logits of the second copy and those that play
  private static CliRun.Outcome run(float difference, String... arguments) {
    return new CliRun().models((_, _) -> model(difference)).run(arguments);
  }

  private static LoadedModel model(float difference) {
    var plain = CliRun.model(List.of(0), () -> {}, 0);
    return new LoadedModel(new FakeInside(plain.model(), difference), plain.tokenizer());
  }

  @Test
  void featuresAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = run("features", "--prompt", "ab", "--json").json();

    assertEquals(List.of("width", "position", "features"), List.copyOf(json.keySet()));
    assertEquals(FakeInside.WIDTH, json.get("width").getAsInt());
    assertEquals(2, json.get("position").getAsInt());
    assertEquals(FakeInside.WIDTH, json.getAsJsonArray("features").size());
    assertEquals('b' + 1, json.getAsJsonArray("features").get(0).getAsDouble());
  }

  @Test
  void featuresSaysTheLargestDifferenceOfTheLogitsWhereThereIsOne() {
    var json = run(0.25f, "features", "--prompt", "ab", "--json").json();
    var text = run(0.25f, "features", "--prompt", "ab");

    assertEquals(0.25, json.get("logitsDifference").getAsDouble());
    assertTrue(text.out().contains("differ by up to 0.25"));
    assertFalse(run("features", "--prompt", "ab").out().contains("differ"));
  }

  @Test
  void featuresOfAModelThatDoesNotShowThemAreRefusedInASentence() {
    var outcome = CliRun.of("features", "--prompt", "ab", "--json");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("does not show its inside"));
  }

  @Test
  void neighborsAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = run("neighbors", "--token", "b", "--top", "2", "--json").json();

    assertEquals(List.of("token", "id", "norm", "neighbors"), List.copyOf(json.keySet()));
    var first = json.getAsJsonArray("neighbors").get(0).getAsJsonObject();
    assertEquals(List.of("id", "token", "similarity"), List.copyOf(first.keySet()));
    assertEquals("b", json.get("token").getAsString());
    assertEquals('b' + 1, json.get("id").getAsInt());
    assertEquals(2, json.getAsJsonArray("neighbors").size());
  }

  @Test
  void neighborsByDotProductPrefersLongVectorsAndLeavesTheTokenOut() {
    var json = run("neighbors", "--token-id", "5", "--metric", "dot", "--top", "400", "--json");

    var neighbors = json.json().getAsJsonArray("neighbors");
    assertEquals(FakeLanguageModel.LOGIT_COUNT - 1, neighbors.size());
    int longest = FakeLanguageModel.LOGIT_COUNT - 1;
    assertEquals(longest, neighbors.get(0).getAsJsonObject().get("id").getAsInt());
    assertTrue(
        neighbors.asList().stream()
            .noneMatch(neighbor -> neighbor.getAsJsonObject().get("id").getAsInt() == 5));
  }

  @Test
  void neighborsByCosineRanksByDirectionAndEqualOnesById() {
    var json = run("neighbors", "--token-id", "5", "--top", "2", "--json").json();

    var ids =
        json.getAsJsonArray("neighbors").asList().stream()
            .map(neighbor -> neighbor.getAsJsonObject().get("id").getAsInt())
            .toList();
    assertEquals(List.of(1, 3), ids);
  }

  @Test
  void tokensOfTheModelThatTheTokenizerLacksAreShownAsPadding() {
    int padding = FakeLanguageModel.LOGIT_COUNT - 1;
    var json = run("neighbors", "--token-id", Integer.toString(padding), "--json").json();

    assertEquals("⟨padding " + padding + "⟩", json.get("token").getAsString());
  }

  @Test
  void wrongUsageOfNeighborsIsNamed() {
    assertTrue(run("neighbors").err().contains("--token-id"));
    assertTrue(run("neighbors", "--token", "ab").err().contains("is 2 tokens"));
    assertTrue(run("neighbors", "--token", "b", "--metric", "l2").err().contains("cosine or dot"));
    assertTrue(run("neighbors", "--token", "b", "--matrix", "w").err().contains("input or output"));
    assertEquals(ExitCode.USAGE, run("neighbors", "--token", "b", "--top", "0").code());
    assertEquals(ExitCode.UNUSABLE, run("neighbors", "--token-id", "9999").code());
    assertTrue(run("neighbors", "--token-id", "-1").err().contains("no token -1"));
  }

  @Test
  void attributeAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = run("attribute", "--prompt", "ab", "--json").json();

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
    var json = run("attribute", "--prompt", "ab", "--token-id", "7", "--measured", "--json").json();

    assertEquals(7, json.get("id").getAsInt());
    for (var share : json.getAsJsonArray("tokens")) {
      var object = share.getAsJsonObject();
      double effect = object.get("measuredEffect").getAsDouble();
      double product = object.get("gradientDotEmbedding").getAsDouble();
      assertEquals(effect * product < 0, object.get("signsDiffer").getAsBoolean());
    }
    assertTrue(run("attribute", "--prompt", "ab").out().contains("A gradient is local"));
    assertTrue(run("attribute", "--prompt", "ab", "--measured").out().contains("measured effect"));
  }

  @Test
  void attributeRefusesATokenThatIsNotThereAndAModelWithoutAnInside() {
    assertTrue(run("attribute", "--prompt", "ab", "--token-id", "9999").err().contains("9999"));
    assertTrue(CliRun.of("attribute", "--prompt", "ab").err().contains("does not show its inside"));
  }

  @Test
  void attentionAnswersWithTheMeanOfTheHeadsOfEachLayer() {
    var json = run("attention", "--prompt", "ab", "--json").json();

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
        run(
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
    var all = run("attention", "--prompt", "ab", "--head", "all", "--json").json();
    var mean = run("attention", "--prompt", "ab", "--layer", "mean", "--head", "all", "--json");

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
    var json = run("attention", "--task", task, "--shots", "2", "--json").json();

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
    assertTrue(run("attention", "--task", task, "--shots", "2").out().contains("example 2"));
    assertEquals(ExitCode.USAGE, run("attention", "--prompt", "a", "--shots", "2").code());
  }

  @Test
  void aLayerOrHeadThatIsNotThereIsNamed() {
    assertTrue(run("attention", "--prompt", "a", "--layer", "3").err().contains("no layer 3"));
    assertTrue(run("attention", "--prompt", "a", "--head", "9").err().contains("heads 1 to 2"));
    assertEquals(ExitCode.USAGE, run("attention", "--prompt", "a", "--layer", "0").code());
    assertTrue(run("attention", "--prompt", "a", "--head", "x").err().contains("all, mean"));
  }

  @Test
  void attentionShowsPeopleWhereEachLayerLooksAndWhatThisIsNot() {
    var text = run(0.25f, "attention", "--prompt", "ab").out();

    assertTrue(text.contains("mean weight"));
    assertTrue(text.contains("most of the rest on"));
    assertTrue(text.contains("of the weight is on the first token"));
    assertTrue(text.contains("not why"));
    assertTrue(text.contains("differ by up to 0.25"));
  }

  @Test
  void layersAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = run("layers", "--prompt", "ab", "--top", "2", "--json").json();

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
    var json = run("layers", "--prompt", "ab", "--top", "9999", "--json").json();

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
    assertTrue(run(0.25f, "layers", "--prompt", "ab").out().contains("differ by up to 0.25"));
    assertFalse(run("layers", "--prompt", "ab").out().contains("differ"));
    assertEquals(ExitCode.USAGE, run("layers", "--prompt", "ab", "--top", "0").code());
    var closed = CliRun.of("layers", "--prompt", "ab");
    assertEquals(ExitCode.UNUSABLE, closed.code());
    assertTrue(closed.err().contains("does not show its inside"));
  }

  @Test
  void theyShowTablesToPeople() {
    var neighbors = run("neighbors", "--token", "b", "--top", "3").out();
    var features = run("features", "--prompt", "ab").out();
    var layers = run("layers", "--prompt", "ab").out();

    assertTrue(neighbors.contains("nearest by cosine"));
    assertTrue(neighbors.contains("similarity"));
    assertTrue(features.contains(FakeInside.WIDTH + " features at position 2"));
    assertTrue(layers.contains("KL to last"));
    assertTrue(layers.contains("is the final choice. It leads from layer 1 on."));
  }

  @Test
  void neighborsOfASumLeaveTheSummandsOutAndSayWhatWasSummed() {
    var json = run("neighbors", "--sum", "b - d + f", "--top", "400", "--json").json();

    assertEquals(List.of("sum", "norm", "neighbors"), List.copyOf(json.keySet()));
    var second = json.getAsJsonArray("sum").get(1).getAsJsonObject();
    assertEquals(-1, second.get("weight").getAsDouble());
    assertEquals("d", second.get("token").getAsString());
    assertEquals(FakeLanguageModel.LOGIT_COUNT - 3, json.getAsJsonArray("neighbors").size());
    assertTrue(run("neighbors", "--sum", "b - d + f").out().startsWith("b − d + f (length "));
  }

  @Test
  void aSumThatCannotBeReadIsRefusedWithTheReason() {
    var outcome = run("neighbors", "--sum", "b - word");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("--sum: “word” is not one token"));
    assertTrue(run("neighbors", "--sum", "b", "--token", "c").err().contains("exclusive"));
  }

  @Test
  void analogiesOfAModelWithoutTheWordsSayThatNoneWasMeasured() {
    var json = run("neighbors", "--analogies", "--json").json();

    assertEquals(0, json.getAsJsonObject("total").get("sums").getAsInt());
    assertEquals(8, json.getAsJsonArray("relations").size());
    assertTrue(run("neighbors", "--analogies").out().contains("No sum could be measured"));
  }

  @Test
  void aMapOfTokensIsDrawnFromTheChosenMatrix() {
    var drawn = new ArrayList<MapOfTokens>();
    var outcome = render(drawn, "render", "--tokens", "b c b d", "--matrix=output", "-o", "m.svg");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    var map = drawn.getFirst();
    assertEquals(
        List.of('b' + 1, 'c' + 1, 'd' + 1),
        map.map().places().stream().map(TokenMap.Place::id).toList());
    assertEquals(TokenVectors.Matrix.OUTPUT, map.matrix());
    assertEquals("fake-model", map.modelName());
  }

  @Test
  void wrongUsageOfAMapIsNamed() {
    var drawn = new ArrayList<MapOfTokens>();

    assertTrue(
        render(drawn, "render", "--tokens", "b word", "-o", "m.svg")
            .err()
            .contains("“word” is not one token"));
    assertTrue(
        render(drawn, "render", "--tokens", " ", "-o", "m.svg").err().contains("at least one"));
    assertTrue(
        render(drawn, "render", "--tokens", "b", "--top-p=0.5", "-o", "m.svg")
            .err()
            .contains("--top-p does not go with --tokens: a map has no prompt"));
    assertTrue(
        render(drawn, "render", "--prompt", "b", "--matrix=input", "-o", "m.svg")
            .err()
            .contains("--matrix is for --tokens"));
    assertTrue(drawn.isEmpty());
  }

  private static CliRun.Outcome render(List<MapOfTokens> drawn, String... arguments) {
    return new CliRun().models((_, _) -> model(0)).figures(new MapSink(drawn)).run(arguments);
  }

  /// Takes maps and nothing else.
  private record MapSink(List<MapOfTokens> drawn) implements FigureRenderer {

    @Override
    public void render(MapOfTokens map, Figure.Look look, Path file) {
      drawn.add(map);
    }

    @Override
    public void render(Figure figure, Path file) {
      throw new AssertionError("nobody draws prompts");
    }

    @Override
    public void render(SweepResult sweep, Figure.Look look, Path file) {
      throw new AssertionError("nobody draws sweeps");
    }

    @Override
    public void render(Evaluation evaluation, EvaluationPlot plots, Figure.Look look, Path file) {
      throw new AssertionError("nobody draws evaluations");
    }
  }
}
