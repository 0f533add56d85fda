package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.ProtoMessage;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Weights that lie elsewhere are used where that is safe, and otherwise refused with the reason.
/// Without it the user looks for a file that is not missing.
final class WeightLinksTest {

  private static final ToyModel TOY = ToyModel.small(5);

  @TempDir Path place;

  @Test
  void aLinkOutOfTheFolderIsRefusedWithTheReason() throws Exception {
    var folder =
        ToyFolder.write(place.resolve("model"), TOY, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA);
    var weights = folder.resolve("model.onnx_data");
    var elsewhere = Files.move(weights, place.resolve("elsewhere"));
    Files.createSymbolicLink(weights, elsewhere);

    var refusal = assertThrows(ModelLoadException.class, () -> Models.open(folder));

    assertEquals(weights.toAbsolutePath(), refusal.file());
    assertEquals(
        "this file with weights of model.onnx is a link to "
            + elsewhere.toRealPath()
            + ", outside the folder of the graph.",
        refusal.reason());
    assertEquals("Put the file itself next to the graph.", refusal.remedy());
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws Exception {
    var folder =
        ToyFolder.write(place.resolve("model"), TOY, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA);
    var weights = folder.resolve("model.onnx_data");
    Files.createSymbolicLink(weights, Files.move(weights, folder.resolve("weights.bin")));

    try (var model = Models.open(folder)) {
      assertEquals("float32", model.descriptor().precision());
    }
  }

  @Test
  void theDownloadCacheOfHuggingFaceOpens() throws Exception {
    var repository = place.resolve("models--a--b");
    var folder =
        ToyFolder.write(
            repository.resolve("snapshots/c0ffee"),
            TOY,
            ToyFeature.MASK,
            ToyFeature.EXTERNAL_DATA,
            ToyFeature.ONNX_FOLDER);
    var blobs = Files.createDirectory(repository.resolve("blobs"));
    for (var name :
        List.of("config.json", "tokenizer.json", "onnx/model.onnx", "onnx/model.onnx_data")) {
      var file = folder.resolve(name);
      var blob = Files.move(file, blobs.resolve("blob of " + name.replace('/', ' ')));
      Files.createSymbolicLink(file, file.resolveSibling("").relativize(blob));
    }

    try (var model = Models.open(folder)) {
      assertEquals("float32", model.descriptor().precision());
    }
  }

  @Test
  void weightsOutsideInAConstantAreRefusedWithTheReason() throws Exception {
    var tensor =
        new ProtoMessage()
            .number(1, 1)
            .number(2, 1)
            .message(13, new ProtoMessage().text(1, "location").text(2, "../outside"));
    var constant =
        new ProtoMessage()
            .text(4, "Constant")
            .message(5, new ProtoMessage().text(1, "value").message(5, tensor));
    var folder = ToyFolder.write(place.resolve("model"), TOY, ToyFeature.MASK);
    Files.write(
        folder.resolve("model.onnx"),
        new ProtoMessage().message(7, new ProtoMessage().message(1, constant)).toByteArray());

    var refusal = assertThrows(ModelLoadException.class, () -> Models.open(folder));

    assertTrue(
        refusal.reason().contains("weights outside its own folder (../outside)"), refusal.reason());
  }
}
