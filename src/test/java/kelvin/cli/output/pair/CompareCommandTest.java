package kelvin.cli.output.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.fixture.OtherTokens;
import kelvin.math.SplitMix64;
import org.junit.jupiter.api.Test;

/// Tests `kelvin compare`. If these fail, somebody keeps an export of a model that lost more than
/// the table says.
final class CompareCommandTest {

  /// The folder `half` holds a model that is less sure, `ids` one with tokens of its own, and any
  /// other folder the model of the tests.
  private static CliRun run() {
    return new CliRun().models((folder, _) -> load(folder));
  }

  private static LoadedModel load(Path folder) {
    var loaded = CliRun.model(List.of(0), () -> {}, 0);
    return switch (folder.toString()) {
      case "half" -> new LoadedModel(new Half(loaded.model()), loaded.tokenizer());
      case "ids" -> new LoadedModel(loaded.model(), new OtherTokens(loaded.tokenizer()));
      default -> loaded;
    };
  }

  /// Has half the logits of another model.
  private record Half(LanguageModel whole) implements LanguageModel {

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      whole.run(
          ids,
          first,
          (position, row) -> {
            var half = row.clone();
            for (int id = 0; id < half.length; id++) {
              half[id] /= 2;
            }
            sink.accept(position, half);
          },
          cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      return whole.descriptor();
    }

    @Override
    public void close() {}
  }

  private static double sum(JsonObject json, String member) {
    return StreamSupport.stream(json.getAsJsonArray("positions").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .mapToDouble(token -> token.get(member).getAsDouble())
        .sum();
  }

  @Test
  void aModelDiffersFromItselfByNothingAndSaysSo() {
    var json = run().run("compare", "--against", "same", "--prompt", "abz", "--json").json();
    var text = run().run("compare", "--against", "same", "--prompt", "abz");

    assertEquals(3, json.getAsJsonArray("positions").size());
    assertEquals(0, json.get("maxKl").getAsDouble());
    assertEquals(1, json.get("topAgreement").getAsDouble());
    assertTrue(json.get("firstFlippedDraw").isJsonNull());
    assertEquals(1, json.get("drawAgreement").getAsDouble());
    assertTrue(text.out().contains("Draws with seed 42 are the same at each token."), text.out());
    assertTrue(text.out().contains("says the same at each of 3 tokens"), text.out());
  }

  @Test
  void theSummaryIsOfThePositions() {
    var json = run().run("compare", "--against", "half", "--prompt", "abz", "--json").json();

    assertTrue(json.get("meanKl").getAsDouble() > 0);
    assertEquals(sum(json, "kl") / 3, json.get("meanKl").getAsDouble(), 1e-12);
    assertEquals(
        -sum(json, "logProbability") / Math.log(2) / 3,
        json.get("bitsPerByte").getAsDouble(),
        1e-12);
    assertEquals(
        -sum(json, "againstLogProbability") / Math.log(2) / 3,
        json.get("againstBitsPerByte").getAsDouble(),
        1e-12);
  }

  @Test
  void thePositionsAgreeWithTheScoresOfEachModel() {
    var json = run().run("compare", "--against", "half", "--prompt", "abz", "--json").json();
    var score = run().run("score", "abz", "--json").json();
    var other = run().run("score", "abz", "--model", "half", "--json").json();

    assertEquals(
        score.get("totalLogProbability").getAsDouble(), sum(json, "logProbability"), 1e-12);
    assertEquals(
        other.get("totalLogProbability").getAsDouble(), sum(json, "againstLogProbability"), 1e-12);
  }

  @Test
  void withoutAStartTokenTheFirstTokenCountsNoBytes() {
    var json =
        run()
            .run(
                "compare",
                "--against",
                "half",
                "--prompt",
                "abé",
                "--start-token",
                "never",
                "--json")
            .json();

    assertEquals(3, json.getAsJsonObject("model").get("bytes").getAsInt());
    assertEquals(3, json.getAsJsonArray("positions").size());
  }

  @Test
  void theDrawsAreThoseOfTheGivenSamplingAndSeed() {
    var asked =
        List.of("compare", "--against", "half", "--prompt", "abzabzabz", "--temperature", "1.5");
    var json = run().run(with(asked, "--seed", "3", "--json")).json();
    var text = run().run(with(asked, "--seed", "3"));
    var positions = json.getAsJsonArray("positions").asList();

    assertEquals(3, json.get("seed").getAsLong());
    assertEquals("inverse-cdf", json.get("draw").getAsString());
    int first = -1;
    for (int i = positions.size() - 1; i >= 0; i--) {
      var token = positions.get(i).getAsJsonObject();
      assertEquals(SplitMix64.uniform(3, i), token.get("u").getAsDouble());
      boolean agrees = token.get("drawnId").getAsInt() == token.get("againstDrawnId").getAsInt();
      assertEquals(agrees, token.get("drawAgrees").getAsBoolean());
      first = agrees ? first : token.get("position").getAsInt();
    }
    assertTrue(first > 0);
    assertEquals(first, json.get("firstFlippedDraw").getAsInt());
    assertTrue(text.out().contains("differ, first at position " + first), text.out());
  }

  private static String[] with(List<String> words, String... more) {
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void severalModelsAreRowsOfOneTable() {
    var asked = new String[] {"compare", "--against", "half", "--against", "same", "--prompt"};
    var text = run().run(asked[0], asked[1], asked[2], asked[3], asked[4], asked[5], "abz");
    var json =
        run().run(asked[0], asked[1], asked[2], asked[3], asked[4], asked[5], "abz", "--json");

    assertEquals(2, json.json().getAsJsonArray("comparisons").size());
    assertEquals(3, text.out().lines().filter(line -> line.contains("float32")).count());
  }

  @Test
  void modelsWithOtherTokensAreComparedByTheNextCharacter() {
    var json = run().run("compare", "--against", "ids", "--prompt", "12", "--json").json();
    var text = run().run("compare", "--against", "ids", "--prompt", "12");

    assertFalse(json.has("positions"));
    assertFalse(json.getAsJsonArray("nextCharacters").isEmpty());
    assertTrue(text.out().contains("different tokens"), text.out());
  }

  @Test
  void aTextOfOneTokenIsRefused() {
    var outcome = run().run("compare", "--against", "half", "--prompt-ids", "98");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("Give a longer text"), outcome.err());
  }

  @Test
  void withoutAnotherModelThereIsNothingToCompare() {
    assertEquals(ExitCode.USAGE, run().run("compare", "--prompt", "ab").code());
  }
}
