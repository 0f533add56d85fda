package kelvin.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import kelvin.workspace.file.WorkspaceException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reads more than a thousand damaged sessions. Each must give a complete session or be rejected
/// with sentences, and have no other effect.
class DamagedSessionsTest {

  private static final String HEAD = "{\"format\": \"kelvin-session\", \"version\": 1";

  private static byte[] whole = {};

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeAll
  static void makeAWholeOne(@TempDir Path place) throws Exception {
    var made = place.resolve("whole.kelvin");
    SessionFile.write(made, Sessions.some());
    whole = Files.readAllBytes(made);
  }

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("damaged.kelvin");
  }

  @Test
  void aFileThatIsCutIsRefused() throws IOException {
    // The last two bytes are the closing brace and the line break.
    int cuts = 0;
    for (int length = 0; length < whole.length - 2; length += 1 + whole.length / 600) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));

      refused();
      cuts++;
    }
    assertTrue(cuts >= 300, "only " + cuts);
  }

  @Test
  void flippedBytesAreRefusedOrHarmless() throws IOException {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 400; i++) {
      var damaged = whole.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);

      readOrRefused();
    }
  }

  @Test
  void everyValueOfAnotherKindIsRefusedOrHarmless() throws IOException {
    var text = new String(whole, StandardCharsets.UTF_8);
    String[] kinds = {"null", "true", "-7", "1e300", "\"x\"", "[]", "{}", "[[[]]]"};
    int damaged = 0;
    for (var line : text.lines().filter(line -> line.contains("\": ")).distinct().toList()) {
      for (var kind : kinds) {
        var comma = line.endsWith(",") ? "," : "";
        var begins = line.endsWith("{") || line.endsWith("[");
        if (!begins) {
          var changed = line.substring(0, line.indexOf("\": ") + 3) + kind + comma;
          Files.writeString(file, text.replace(line, changed));
          readOrRefused();
          damaged++;
        }
      }
    }
    assertTrue(damaged >= 300, "only " + damaged);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `, "prompt": 5}`                                     | “prompt” must be an object, was 5.
          `, "prompt": {"text": 5}}`                           | “prompt.text” must be text, was 5.
          `, "prompt": {"way": "poem"}}`                       | must be text or zero-shot or few-shot
          `, "prompt": {"fewShot": {"shots": -1}}}`            | a whole number of at least 0, was -1
          `, "prompt": {"fewShot": {"examples": [{"x": 1}]}}}` | “prompt.fewShot.examples[0].x” must be text
          `, "prompt": {"fewShot": {"layout": {"template": "none"}}}}` | needs {x}
          `, "sampling": {"seed": 1.5}}`                       | “sampling.seed” must be a whole number
          `, "sampling": {"stages": [{"stage": "top-z"}]}}`    | top-z
          `, "sampling": {"stages": [{"on": true}]}}`          | “sampling.stages[0].stage” is missing
          `, "sampling": {"stages": [{"stage": "top-p", "p": 7}]}}` | 7
          `, "generated": {"tokens": [{"text": "a"}]}}`        | “generated.tokens[0].id” is missing
          `, "generated": {"tokens": [{"id": 99999999999}]}}`  | at least 0, was 99999999999
          `, "generated": {"tokens": [{"id": 1, "u": "many"}]}}` | must be a number, was many
          `, "results": [{"columns": [{"name": "a", "type": "sound"}]}]}` | number or text or truth
          `, "results": [{"columns": [{"values": ["a"]}, {"values": []}]}]}` | differ in length
          `, "view": {"position": -1}}`                        | “view.position” must be
          `, "x": 1e999}`                                      | too large: 1e999
          `, "x": 123456789012345678901234567890123456789012345}` | more than 40 characters
          `, "x": 1, "x": 2}`                                  | stands there twice
          `, "x": 1} {}`                                       | no JSON at
          `, "x": tru}`                                        | no JSON at
          `, 'x': 1}`                                          | no JSON at
          """)
  void whatIsWrongIsSaid(String rest, String expected) throws IOException {
    Files.writeString(file, HEAD + rest);

    var e = refused();

    assertTrue(e.reason().contains(expected), e.reason());
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    Files.writeString(file, HEAD + ", \"x\": " + "[".repeat(1_000_000));

    assertTrue(refused().reason().contains("deeper than 32 levels"));
  }

  @Test
  void moreValuesThanAnySessionHasAreRefused() throws IOException {
    Files.writeString(file, HEAD + ", \"x\": [" + "[],".repeat(2_000_000) + "0]}");

    assertTrue(refused().reason().contains("more than 2000000 values"));
  }

  @Test
  void aFileOfHalfAGigabyteIsNotEvenRead() throws IOException {
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(500_000_000);
    }

    assertTrue(refused().reason().contains("it has 500 MB; the most that is read is 67 MB"));
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    byte[][] others = {
      {}, {0}, {(byte) 0x89, 'P', 'N', 'G'}, {(byte) 0xff, (byte) 0xfe, '{', 0}, {'[', ']'}, {'4'}
    };
    for (var other : others) {
      Files.write(file, other);

      refused();
    }
  }

  @Test
  void aFolderAMissingFileAndADeviceAreRefused() {
    assertEquals("it is no file.", refused(folder).reason());
    assertEquals("there is no such file.", refused(folder.resolve("none")).reason());
    assertEquals("it is no file.", refused(Path.of("/dev/zero")).reason());
  }

  private WorkspaceException refused() {
    return refused(file);
  }

  private static WorkspaceException refused(Path wrong) {
    var e = assertThrows(WorkspaceException.class, () -> SessionFile.read(wrong));
    check(e);
    return e;
  }

  private void readOrRefused() {
    try {
      SessionFile.read(file);
    } catch (WorkspaceException e) {
      check(e);
    }
  }

  /// Expects sentences for people, however the file is damaged.
  private static void check(WorkspaceException e) {
    assertTrue(e.reason().endsWith(".") && e.remedy().endsWith("."), e.getMessage());
    assertTrue(!e.reason().contains("Exception") && e.reason().length() < 500, e.reason());
  }
}
