package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.display.FigureLook;
import kelvin.display.Theme;
import kelvin.ui.figure.ExportDialog;
import kelvin.ui.figure.PngFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is on show leaves the window: by the clipboard and by the export dialog.
class ExportFxTest {

  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = OpenWindow.onBundledModel("Once upon a time there was a little", 1280, 800);
    window.waitForAnswer();
    OpenWindow.onFx(
        () -> {
          Clipboard.getSystemClipboard().clear();
          return true;
        });
  }

  @AfterEach
  void close() {
    window.close();
  }

  @ParameterizedTest
  @CsvSource({"bars, 4097, rank", "curve, 4097, rank", "series, 9, position"})
  void aPlotsMenuCopiesItsNumbersForASpreadsheet(String plot, int lines, String first)
      throws Exception {
    step();
    window.robot().clickOn("#" + plot, MouseButton.SECONDARY);
    window.robot().clickOn("Copy numbers");

    window.waitUntil(() -> Clipboard.getSystemClipboard().hasString());
    var text = OpenWindow.onFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(text.startsWith(first + "\tid\ttoken\t"), text.substring(0, 40));
    assertTrue(text.lines().count() >= lines, text.lines().count() + " lines");
  }

  @Test
  void aPlotsMenuCopiesItsPicture() throws Exception {
    window.robot().clickOn("#bars", MouseButton.SECONDARY);
    window.robot().clickOn("Copy picture");

    window.waitUntil(() -> Clipboard.getSystemClipboard().hasImage());
    var image = OpenWindow.onFx(() -> Clipboard.getSystemClipboard().getImage());
    assertEquals(2 * FigureLook.WIDTH, image.getWidth());
  }

  @Test
  void theDialogShowsWhatItWillSave() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.E);

    var preview = node("export-preview", ImageView.class);
    window.waitUntil(() -> preview.getImage() != null);

    var image = OpenWindow.onFx(preview::getImage);
    assertEquals(ExportDialog.PREVIEW_HEIGHT, image.getHeight());
    assertTrue(image.getWidth() <= ExportDialog.PREVIEW_WIDTH, image.getWidth() + " wide");
    save("state-export");
    cancel();
  }

  @Test
  void theDialogStaysAndSaysWhichNumberMakesNoSense() throws Exception {
    window.show(Theme.DARK);
    openFrom("#bars", "Export bars …");

    window.robot().clickOn("#export-rows").write("many");
    window.robot().clickOn("#export-save");

    var problem = node("export-problem", Label.class);
    assertEquals("Rows must be a whole number at least 1.", OpenWindow.onFx(problem::getText));
    assertTrue(OpenWindow.onFx(() -> problem.getScene().getWindow().isShowing()));
    save("state-export-problem");
    cancel();
  }

  @Test
  void aSizeThatIsTooSmallIsSaidBeforeSaving() throws Exception {
    openFrom("#bars", "Export bars …");

    window.robot().clickOn("#export-height").write("200");

    var problem = node("export-problem", Label.class);
    window.waitUntil(() -> problem.getText().startsWith("The figure needs a height of at least"));
    cancel();
  }

  @Test
  void theDialogCopiesADrawingAsText() throws Exception {
    openFrom("#curve", "Export cumulative curve …");
    var format = node("export-format", ChoiceBox.class);
    OpenWindow.onFx(
        () -> {
          // The second of PNG, SVG, CSV and JSON.
          format.getSelectionModel().select(1);
          return true;
        });

    window.robot().clickOn("#export-copy");

    window.waitUntil(() -> Clipboard.getSystemClipboard().hasString());
    var text = OpenWindow.onFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(text.startsWith("<svg "), text.substring(0, 20));
  }

  /// The lab behind the dialog has a button of that name, too.
  private void cancel() {
    window.robot().clickOn(window.robot().from(dialog()).lookup("Cancel").queryButton());
  }

  private Node dialog() {
    return window.robot().lookup(".dialog-pane").query();
  }

  private void openFrom(String plot, String item) {
    window.robot().clickOn(plot, MouseButton.SECONDARY);
    window.robot().clickOn(item);
  }

  private <T extends Node> T node(String id, Class<T> type) {
    return type.cast(window.robot().lookup("#" + id).query());
  }

  private void save(String name) throws Exception {
    var scene = node("export-save", Node.class).getScene();
    var folder = Files.createDirectories(Path.of("target", "pictures"));
    PngFile.write(OpenWindow.onFx(() -> scene.snapshot(null)), folder.resolve(name + ".png"));
  }

  @Test
  void inTheProjectorsThemeAClickStillHitsTheRowUnderTheMouse() throws Exception {
    window.show(Theme.PROJECTOR);
    window.settle();
    int wanted = window.shown().own().logits().tokenAtRank(3);

    window.clickOnRank(3);
    window.waitUntil(() -> !window.playground().generation().steps().isEmpty());

    assertEquals(wanted, window.steps().getFirst().tokenId());
  }

  private void step() throws Exception {
    OpenWindow.onFx(
        () -> {
          window.playground().generation().step();
          return true;
        });
    window.waitForAnswer();
  }
}
