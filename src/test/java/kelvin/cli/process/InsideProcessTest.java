package kelvin.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that look into a model, as a user starts them, on the bundled model and on models
/// whose tokenizer is missing or smaller. Otherwise these end in an error, or tokens are lost.
final class InsideProcessTest {

  private static final ToyModel TOY = ToyModel.small(11);

  @TempDir private Path folder = Path.of("");

  @Test
  void featuresNeighborsAndLayersOfTheBundledModelAreShown() throws Exception {
    var process = new KelvinProcess(folder);

    var features = process.start("features", "--prompt", "Once upon a time", "--json");
    var neighbors = process.start("neighbors", "--token", " cat", "--top", "3", "--json");

    var layers = process.start("layers", "--prompt", "Once upon a", "--top", "1", "--json");

    var shown = features.outcome().json();
    assertEquals(256, shown.get("width").getAsInt());
    assertEquals(256, shown.getAsJsonArray("features").size());
    var nearest = neighbors.outcome().json().getAsJsonArray("neighbors");
    assertEquals(" dog", nearest.get(0).getAsJsonObject().get("token").getAsString());
    assertTrue(nearest.get(0).getAsJsonObject().get("similarity").getAsDouble() < 1);
    var each = layers.outcome().json().getAsJsonArray("layers");
    assertEquals(9, each.size());
    var last = each.get(8).getAsJsonObject().getAsJsonArray("candidates").get(0);
    assertEquals(" time", last.getAsJsonObject().get("token").getAsString());
  }

  @Test
  void aModelWithoutATokenizerShowsItsInsideForIds() throws Exception {
    var model = ToyFolder.write(folder.resolve("model"), TOY);
    Files.delete(model.resolve("tokenizer.json"));
    var process = new KelvinProcess(folder);

    var features = process.start(with(model, "features", "--prompt-ids", "5,80,9"));
    var attention = process.start(with(model, "attention", "--prompt-ids", "5"));
    var neighbors = process.start(with(model, "neighbors", "--token-id", "5", "--top", "1"));
    var layers = process.start(with(model, "layers", "--prompt-ids", "5", "--top", "1"));

    var values = features.outcome().json().getAsJsonArray("features");
    assertEquals(TOY.width(), values.size());
    assertEquals(TOY.features(5, 80, 9)[2][0], values.get(0).getAsDouble(), 1e-4);
    assertEquals(1, attention.outcome().json().getAsJsonArray("tokens").size());
    assertEquals("5", neighbors.outcome().json().get("token").getAsString());
    assertEquals(TOY.layerCount() + 1, layers.outcome().json().getAsJsonArray("layers").size());
  }

  /// The tokenizer of this model has four tokens less than the model.
  @Test
  void tokensThatOnlyTheModelHasAreShownAsPadding() throws Exception {
    var model = ToyFolder.write(folder.resolve("model"), TOY);
    int padding = TOY.vocabulary() - 1;
    var all = Integer.toString(TOY.vocabulary());
    var process = new KelvinProcess(folder);

    var neighbors =
        process.start(with(model, "neighbors", "--token-id", padding + "", "--top", all));
    var layers = process.start(with(model, "layers", "--prompt-ids", "5", "--top", all));

    var near = neighbors.outcome().json();
    assertEquals("⟨padding " + padding + "⟩", near.get("token").getAsString());
    assertEquals(TOY.vocabulary() - 1, near.getAsJsonArray("neighbors").size());
    var last = layers.outcome().json().getAsJsonArray("layers").get(TOY.layerCount());
    var candidates = last.getAsJsonObject().getAsJsonArray("candidates");
    assertEquals(TOY.vocabulary(), candidates.size());
    double sum = 0;
    for (var candidate : candidates) {
      sum += candidate.getAsJsonObject().get("probability").getAsDouble();
    }
    assertEquals(1, sum, 1e-9);
  }

  private static String[] with(Path model, String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--model", model.toString(), "--json"))
        .toArray(String[]::new);
  }
}
