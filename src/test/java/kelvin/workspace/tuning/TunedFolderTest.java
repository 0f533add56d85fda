package kelvin.workspace.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.experiment.tuning.Head;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.ModelFile;
import kelvin.workspace.file.WorkspaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, a fine-tuned model is lost or half written, or a model is overwritten.
class TunedFolderTest {

  @TempDir private Path folder = Path.of("");

  /// A model with a graph in a folder of its own, beside another precision.
  private ModelDescriptor base() throws IOException {
    var base = Files.createDirectory(folder.resolve("base"));
    Files.createDirectory(base.resolve("onnx"));
    for (var name :
        List.of(
            "onnx/model.onnx",
            "onnx/model.onnx_data",
            "onnx/model_q4.onnx",
            "config.json",
            "tokenizer.json",
            "README.md",
            "head.json",
            "model.safetensors",
            ".hidden")) {
      Files.writeString(base.resolve(name), "of " + name);
    }
    var files =
        List.of(
            new ModelFile(base.resolve("onnx/model.onnx"), 18),
            new ModelFile(base.resolve("onnx/model.onnx_data"), 23));
    return new ModelDescriptor(
        "base",
        base,
        Optional.empty(),
        files,
        "float32",
        1,
        List.of(),
        List.of(),
        ModelDescriptor.CacheKind.NONE,
        2,
        OptionalInt.empty(),
        List.of(),
        List.of(),
        0,
        List.of());
  }

  private List<String> names(Path of) throws IOException {
    try (var all = Files.walk(of)) {
      return all.filter(Files::isRegularFile)
          .map(file -> of.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void aCopyHasTheModelAndNothingOfOtherPrecisions() throws Exception {
    var target = folder.resolve("tuned");

    new TunedFolder(target)
        .write(
            base(),
            Map.of("README.md", "card".getBytes(StandardCharsets.UTF_8)),
            copy -> Files.writeString(copy.resolve("onnx/model.onnx"), "changed"));

    assertEquals(
        List.of(
            "README-base.md",
            "README.md",
            "config.json",
            "onnx/model.onnx",
            "onnx/model.onnx_data",
            "tokenizer.json"),
        names(target));
    assertEquals("changed", Files.readString(target.resolve("onnx/model.onnx")));
    assertEquals("of onnx/model.onnx", Files.readString(folder.resolve("base/onnx/model.onnx")));
    assertEquals("card", Files.readString(target.resolve("README.md")));
    assertEquals("of README.md", Files.readString(target.resolve("README-base.md")));
  }

  @Test
  void aFullDiskLeavesNothing() throws Exception {
    var base = base();
    var before = names(folder);

    var failure =
        assertThrows(
            WorkspaceException.class,
            () ->
                new TunedFolder(folder.resolve("tuned"))
                    .write(
                        base,
                        Map.of(),
                        _ -> {
                          throw new IOException("No space left on device");
                        }));

    assertTrue(failure.reason().contains("No space left on device"), failure.reason());
    assertEquals(before, names(folder));
    assertFalse(Files.exists(folder.resolve("tuned")));
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    var target = Files.createDirectory(folder.resolve("tuned"));

    var failure =
        assertThrows(WorkspaceException.class, () -> new TunedFolder(target).check(base()));

    assertTrue(failure.reason().contains("already"), failure.reason());
  }

  @Test
  void aHeadIsReadAsItWasWritten() throws Exception {
    var head =
        new Head(
            List.of("a", "b"), new double[][] {{1.5, -2e-9}, {0.1, 3}}, new double[] {0.25, -4});
    var kept = new KeptHead(head, 0.1, "{x}:\n", "auto", "base", "data");
    Files.write(folder.resolve(HeadFile.NAME), HeadFile.bytes(kept));

    var read = HeadFile.find(folder).orElseThrow();

    assertEquals(kept.template(), read.template());
    assertEquals(head.labels(), read.head().labels());
    assertArrayEquals(head.biases(), read.head().biases());
    assertArrayEquals(head.weights(), read.head().weights());
    assertEquals(0.1, read.l2());
  }

  @Test
  void aDamagedHeadIsRefusedInASentence() throws Exception {
    Files.writeString(
        folder.resolve(HeadFile.NAME),
        """
        {"format": "kelvin-head", "version": 1, "labels": ["a", "b"], "biases": [1],
         "weights": [[1], [2]]}
        """);

    var failure = assertThrows(WorkspaceException.class, () -> HeadFile.find(folder));

    assertTrue(failure.reason().contains("do not fit together"), failure.reason());
  }
}
