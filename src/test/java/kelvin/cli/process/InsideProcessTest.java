package kelvin.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that look into a model, as a user starts them, on the bundled model.
final class InsideProcessTest {

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
}
