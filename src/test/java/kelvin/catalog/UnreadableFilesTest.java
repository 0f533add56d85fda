package kelvin.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kelvin.inference.ModelLoadException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files without an end, too large or too deep are refused before anything reads them. Otherwise
/// the program waits for ever or takes gigabytes of memory for a file that is no model.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnreadableFilesTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeModel() throws IOException {
    Files.writeString(folder.resolve("model.onnx"), "graph");
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.onnx",
        "config.json",
        "generation_config.json",
        "genai_config.json",
        "tokenizer.json",
        "tokenizer_config.json",
        "special_tokens_map.json"
      })
  void whatIsNoPlainFileIsRefused(String name) throws Exception {
    var file = folder.resolve(name);

    assertNoFile(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vocab.json", "merges.txt"})
  void partsOfAnOlderTokenizerArePlainFilesToo(String name) throws Exception {
    Files.delete(folder.resolve("tokenizer.json"));
    Files.writeString(folder.resolve("vocab.json"), "{}");
    Files.writeString(folder.resolve("merges.txt"), "");

    assertNoFile(folder.resolve(name));
  }

  private void assertNoFile(Path file) throws IOException, InterruptedException {
    Files.deleteIfExists(file);
    Files.createDirectory(file);
    assertRefusal(file, "this is a folder, not a file.");

    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/dev/zero"));
    assertRefusal(file, "this is a pipe or a device, not a file.");

    Files.delete(file);
    makePipe(file);
    assertRefusal(file, "this is a pipe or a device, not a file.");
  }

  private static void makePipe(Path file) throws IOException, InterruptedException {
    var made = new ProcessBuilder("mkfifo", file.toString()).start();
    assertTrue(made.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, made.exitValue());
  }

  @Test
  void aPipeInPlaceOfTheFolderIsRefused() throws Exception {
    var pipe = folder.resolve("pipe");
    makePipe(pipe);

    var refusal = assertThrows(ModelLoadException.class, () -> new ModelFolderReader().read(pipe));

    assertEquals("this is a pipe or a device, not a folder.", refusal.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "tokenizer.json", "tokenizer_config.json"})
  void aFileThatIsTooLargeIsRefused(String name) throws IOException {
    var file = folder.resolve(name);
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.write('{');
      // A hole in the file, which takes no room on the disk.
      large.setLength(200L << 20);
    }

    assertRefusal(file, "this file has 200 MB, and a real one has far less than");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "tokenizer.json", "tokenizer_config.json"})
  void aFileThatIsNestedTooDeeplyIsRefused(String name) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, "{\"a\": ".repeat(65) + "1" + "}".repeat(65));

    assertRefusal(file, "this file is not readable JSON: it is nested more than 64 levels deep.");
  }

  @Test
  void bracketsInTextAreNotNested() throws Exception {
    var brackets = "{\"a\\\\\": \"\\\"" + "[{".repeat(100) + "\"}";
    Files.writeString(folder.resolve("config.json"), brackets);
    Files.writeString(folder.resolve("tokenizer.json"), "{\"a\": 1}, ".repeat(100));

    assertTrue(new ModelFolderReader().read(folder).tokenizer().isPresent());
  }

  private void assertRefusal(Path file, String reason) {
    var refusal =
        assertThrows(ModelLoadException.class, () -> new ModelFolderReader().read(folder));

    assertEquals(file, refusal.file());
    assertTrue(refusal.reason().startsWith(reason), refusal.reason());
  }
}
