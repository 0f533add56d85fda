package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.Figure;
import kelvin.cli.environment.FigureRenderer;
import kelvin.cli.environment.MapOfTokens;
import kelvin.display.EvaluationPlot;
import kelvin.engine.inside.TokenMap;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.inference.inner.TokenVectors;
import kelvin.prompt.sweep.SweepResult;
import org.junit.jupiter.api.Test;

/// `neighbors` and the map of `render` on a fake model. If these fail, scripts get other words than
/// before, wrong neighbours, or no reason for a refusal.
final class EmbeddingCommandsTest {

  @Test
  void neighborsAnswersWithTheFieldsOfTheDesignInTheirOrder() {
    var json = FakeInside.run("neighbors", "--token", "b", "--top", "2", "--json").json();

    assertEquals(List.of("token", "id", "norm", "neighbors"), List.copyOf(json.keySet()));
    var first = json.getAsJsonArray("neighbors").get(0).getAsJsonObject();
    assertEquals(List.of("id", "token", "similarity"), List.copyOf(first.keySet()));
    assertEquals("b", json.get("token").getAsString());
    assertEquals('b' + 1, json.get("id").getAsInt());
    assertEquals(2, json.getAsJsonArray("neighbors").size());
  }

  @Test
  void neighborsByDotProductPrefersLongVectorsAndLeavesTheTokenOut() {
    var json =
        FakeInside.run("neighbors", "--token-id", "5", "--metric", "dot", "--top", "400", "--json");

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
    var json = FakeInside.run("neighbors", "--token-id", "5", "--top", "2", "--json").json();

    var ids =
        json.getAsJsonArray("neighbors").asList().stream()
            .map(neighbor -> neighbor.getAsJsonObject().get("id").getAsInt())
            .toList();
    assertEquals(List.of(1, 3), ids);
  }

  @Test
  void tokensOfTheModelThatTheTokenizerLacksAreShownAsPadding() {
    int padding = FakeLanguageModel.LOGIT_COUNT - 1;
    var json =
        FakeInside.run("neighbors", "--token-id", Integer.toString(padding), "--json").json();

    assertEquals("⟨padding " + padding + "⟩", json.get("token").getAsString());
  }

  @Test
  void wrongUsageOfNeighborsIsNamed() {
    assertTrue(FakeInside.run("neighbors").err().contains("--token-id"));
    assertTrue(FakeInside.run("neighbors", "--token", "ab").err().contains("is 2 tokens"));
    assertTrue(
        FakeInside.run("neighbors", "--token", "b", "--metric", "l2")
            .err()
            .contains("cosine or dot"));
    assertTrue(
        FakeInside.run("neighbors", "--token", "b", "--matrix", "w")
            .err()
            .contains("input or output"));
    assertEquals(ExitCode.USAGE, FakeInside.run("neighbors", "--token", "b", "--top", "0").code());
    assertEquals(ExitCode.UNUSABLE, FakeInside.run("neighbors", "--token-id", "9999").code());
    assertTrue(FakeInside.run("neighbors", "--token-id", "-1").err().contains("no token -1"));
  }

  @Test
  void neighborsOfASumLeaveTheSummandsOutAndSayWhatWasSummed() {
    var json = FakeInside.run("neighbors", "--sum", "b - d + f", "--top", "400", "--json").json();

    assertEquals(List.of("sum", "norm", "neighbors"), List.copyOf(json.keySet()));
    var second = json.getAsJsonArray("sum").get(1).getAsJsonObject();
    assertEquals(-1, second.get("weight").getAsDouble());
    assertEquals("d", second.get("token").getAsString());
    assertEquals(FakeLanguageModel.LOGIT_COUNT - 3, json.getAsJsonArray("neighbors").size());
    assertTrue(
        FakeInside.run("neighbors", "--sum", "b - d + f").out().startsWith("b − d + f (length "));
  }

  @Test
  void aSumThatCannotBeReadIsRefusedWithTheReason() {
    var outcome = FakeInside.run("neighbors", "--sum", "b - word");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("--sum: “word” is not one token"));
    assertTrue(
        FakeInside.run("neighbors", "--sum", "b", "--token", "c").err().contains("exclusive"));
  }

  @Test
  void analogiesOfAModelWithoutTheWordsSayThatNoneWasMeasured() {
    var json = FakeInside.run("neighbors", "--analogies", "--json").json();

    assertEquals(0, json.getAsJsonObject("total").get("sums").getAsInt());
    assertEquals(8, json.getAsJsonArray("relations").size());
    assertTrue(
        FakeInside.run("neighbors", "--analogies").out().contains("No sum could be measured"));
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
    return new CliRun()
        .models((_, _) -> FakeInside.loaded(0))
        .figures(new MapSink(drawn))
        .run(arguments);
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
    public void render(Adaptation adaptation, Figure.Look look, Path file) {
      throw new AssertionError("nobody draws comparisons");
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
