package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartDocumentTest {

  @TempDir private Path folder = Path.of("");

  private static Optional<StartDocument> of(String... arguments) {
    return StartDocument.of(arguments);
  }

  private String file(String name) throws IOException {
    return Files.createFile(folder.resolve(name)).toString();
  }

  private static String sentence(Optional<StartDocument> document) {
    return assertInstanceOf(StartDocument.Unusable.class, document.orElseThrow()).sentence();
  }

  @Test
  void takesAFolderForAModel() {
    assertEquals(Optional.of(new StartDocument.Model(folder)), of(folder.toString()));
  }

  @Test
  void takesAFileOfAServerForAModel() throws IOException {
    var file = file("toy on host-8000.kelvin-server");

    assertEquals(Optional.of(new StartDocument.Model(Path.of(file))), of(file));
  }

  @Test
  void takesAGraphForAModelAndASessionForASession() throws IOException {
    var graph = file("model.onnx");
    var session = file("Erzähl mir was.KELVIN");

    assertEquals(Optional.of(new StartDocument.Model(Path.of(graph))), of(graph));
    assertEquals(Optional.of(new StartDocument.Session(Path.of(session))), of(session));
  }

  @Test
  void saysWhatOpensWhenAFileIsNeither() throws IOException {
    var text = file("notes.txt");

    var sentence = sentence(of(text));

    assertTrue(sentence.startsWith(text) && sentence.contains(".kelvin"), sentence);
  }

  @Test
  void saysThatAMissingFileIsMissing() {
    var missing = folder.resolve("gone.kelvin").toString();

    assertTrue(sentence(of(missing)).startsWith(missing + ": there is no such file"));
    assertTrue(sentence(of("gone.kelvin")).contains("no such file"));
  }

  @Test
  void leavesWordsAndOptionsToTheCommandLine() {
    assertEquals(Optional.empty(), of());
    assertEquals(Optional.empty(), of("next"));
    assertEquals(Optional.empty(), of("--version"));
    assertEquals(Optional.empty(), of(""));
    assertEquals(Optional.empty(), of("next", folder.toString()));
  }
}
