package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.ProtoMessage;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Truncated, damaged, missing or wrong files give a plain error and no crash.
final class DamagedFilesTest {

  private static final ToyModel TOY = ToyModel.small(6);

  @TempDir Path folder;
  private Path graph = Path.of("");

  @BeforeEach
  void writeModel() throws IOException {
    ToyFolder.write(folder, TOY);
    graph = folder.resolve("model.onnx");
  }

  private ModelLoadException refusal() {
    return assertThrows(ModelLoadException.class, () -> Models.open(folder));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.01, 0.2, 0.5, 0.8, 0.99, 0.9999})
  void aTruncatedFileIsCalledDamaged(double share) throws Exception {
    byte[] whole = Files.readAllBytes(graph);
    Files.write(graph, Arrays.copyOf(whole, Math.max(1, (int) (whole.length * share))));

    var refusal = refusal();

    assertEquals(graph, refusal.file());
    assertTrue(refusal.reason().contains("damaged or cut off"), refusal.reason());
    assertTrue(refusal.remedy().contains("Download or export it again"), refusal.remedy());
  }

  @Test
  void aFileTruncatedBetweenFieldsIsCalledDamaged() throws Exception {
    // Without its last two fields, the file has all its weights but no opset.
    byte[] whole = Files.readAllBytes(graph);
    int tail =
        new ProtoMessage().text(1, "").number(2, 17).toByteArray().length
            + new ProtoMessage().text(1, "com.example").number(2, 1).toByteArray().length
            + 4;
    Files.write(graph, Arrays.copyOf(whole, whole.length - tail));

    var refusal = refusal();

    assertTrue(refusal.reason().contains("damaged or cut off"), refusal.reason());
  }

  @Test
  void flippedBytesEndInAnErrorOrAnAnswer() throws Exception {
    var random = new Random(7);
    byte[] whole = Files.readAllBytes(graph);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      // The first and last bytes are structure; most bytes between are weights.
      int at =
          switch (i % 3) {
            case 0 -> random.nextInt(200);
            case 1 -> whole.length - 1 - random.nextInt(1500);
            default -> random.nextInt(whole.length);
          };
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(graph, damaged);

      try (var model = Models.open(folder)) {
        Models.rows(model, new int[] {1, 2, 3}, 0);
      } catch (ModelLoadException e) {
        assertEquals(graph, e.file());
      } catch (InferenceException e) {
        assertTrue(e.getMessage() != null && e.getMessage().contains("failed"));
      }
    }
  }

  @Test
  void anEmptyFileIsCalledEmpty() throws Exception {
    Files.write(graph, new byte[0]);

    assertTrue(refusal().reason().contains("this file is empty"));
  }

  @Test
  void aGitLfsPointerIsRecognised() throws Exception {
    Files.writeString(
        graph, "version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 1234\n");

    var refusal = refusal();

    assertTrue(refusal.reason().contains("Git LFS pointer"), refusal.reason());
    assertTrue(refusal.remedy().contains("git lfs pull"), refusal.remedy());
  }

  @Test
  void aFolderInPlaceOfTheGraphIsRecognised() throws Exception {
    Files.delete(graph);
    Files.createDirectory(graph);

    var refusal = refusal();

    assertEquals(graph, refusal.file());
    assertTrue(refusal.reason().contains("this is a folder, not a file"), refusal.reason());
  }

  @Test
  void aConfigThatIsNotJsonIsNamed() throws Exception {
    Files.writeString(folder.resolve("config.json"), "{\"vocab_size\": ");

    var refusal = refusal();

    assertEquals(folder.resolve("config.json"), refusal.file());
    assertTrue(refusal.reason().contains("not readable JSON"), refusal.reason());
  }

  @Test
  void aMissingFileOfWeightsIsNamed() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA);
    var weights = folder.resolve("model.onnx_data");
    Files.delete(weights);

    var refusal = refusal();

    assertEquals(weights.toAbsolutePath(), refusal.file());
    assertTrue(refusal.reason().contains("weights of model.onnx is missing"), refusal.reason());
    assertTrue(refusal.remedy().contains("next to the graph"), refusal.remedy());
  }

  @Test
  void weightsThatAreADeviceAreNamed() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA);
    var weights = folder.resolve("model.onnx_data");
    Files.delete(weights);
    Files.createSymbolicLink(weights, Path.of("/dev/zero"));

    var refusal = refusal();

    assertEquals(weights.toAbsolutePath(), refusal.file());
    assertTrue(refusal.reason().contains("a pipe or a device"), refusal.reason());
  }

  @Test
  void aShortFileOfWeightsIsNamed() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA);
    var weights = folder.resolve("model.onnx_data");
    Files.write(weights, Arrays.copyOf(Files.readAllBytes(weights), 1000));

    var refusal = refusal();

    assertTrue(refusal.reason().contains("shorter than the graph says"), refusal.reason());
  }

  @Test
  void weightsInAFileWithoutAProperNameAreRefused() throws Exception {
    var entry = new ProtoMessage().text(1, "location").text(2, "a\0b");
    var tensor = new ProtoMessage().number(1, 1).number(2, 1).message(13, entry);
    Files.write(
        graph, new ProtoMessage().message(7, new ProtoMessage().message(5, tensor)).toByteArray());

    assertTrue(refusal().reason().contains("with an invalid name"));
  }
}
