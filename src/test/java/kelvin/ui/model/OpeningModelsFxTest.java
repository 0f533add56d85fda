package kelvin.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Other models in the running window, good ones and broken ones.
class OpeningModelsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  OpeningModelsFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void aBrokenFolderIsRefusedInWordsAndTheOldModelAnswersOn(@TempDir Path folder) throws Exception {
    ToyFolder.write(folder, ToyModel.small(1));
    Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});
    int runs = window.modelRuns();

    window.open(folder);
    window.waitUntil(() -> !window.playground().model().problemProperty().get().isEmpty());

    var sentence = window.text("notice");
    assertTrue(sentence.contains("model.onnx") && sentence.contains("damaged"), sentence);
    assertEquals("kelvin-tiny", window.playground().model().nameProperty().get());
    assertEquals("Once upon a time", window.playground().prompt().textProperty().get());

    window.robot().clickOn("#step");
    window.waitUntil(() -> window.modelRuns() > runs);
    window.waitForAnswer();
    assertEquals(1, window.playground().generation().steps().size());

    window.robot().clickOn("#dismiss-notice");
    assertEquals("", window.playground().model().problemProperty().get());
  }

  @Test
  void theWordsOfTheRuntimeAreBehindDetails(@TempDir Path folder) throws Exception {
    ToyFolder.write(folder, ToyModel.small(1), ToyFeature.MASK, ToyFeature.UNKNOWN_OPERATOR);

    window.open(folder);
    window.waitUntil(() -> !window.playground().model().problemProperty().get().isEmpty());

    var details = window.playground().model().detailsProperty().get();
    assertTrue(details.contains("Frobnicate"), details);
    assertTrue(window.find("notice-details", Button.class).isVisible());
    window.robot().clickOn("#dismiss-notice");
  }

  @Test
  void anotherModelAnswersTheSamePrompt(@TempDir Path folder) throws Exception {
    ToyFolder.write(folder.resolve("toy"), ToyModel.small(1));

    window.open(folder.resolve("toy"));
    window.waitUntil(() -> window.playground().model().nameProperty().get().equals("toy"));
    window.waitForAnswer();

    assertEquals("Once upon a time", window.playground().prompt().textProperty().get());
    assertTrue(window.text("status-context").endsWith(" of 96 tokens"));
  }
}
