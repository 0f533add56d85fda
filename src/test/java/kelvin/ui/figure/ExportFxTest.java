package kelvin.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.display.FigureLook;
import kelvin.display.Theme;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.PictureFile;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The shown distribution leaves the window: by the clipboard and by the export dialog.
class ExportFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;

  ExportFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void open() throws Exception {
    Fx.run(
        () -> {
          Clipboard.getSystemClipboard().clear();
        });
  }

  @ParameterizedTest
  @CsvSource({"bars, 4097, rank", "curve, 4097, rank", "series, 9, position"})
  void aPlotsMenuCopiesItsNumbersForASpreadsheet(String plot, int lines, String first)
      throws Exception {
    window.draw(1);
    window.robot().clickOn("#" + plot, MouseButton.SECONDARY);
    window.robot().clickOn("Copy numbers");

    window.waitUntil(() -> Clipboard.getSystemClipboard().hasString());
    var text = Fx.get(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(text.startsWith(first + "\tid\ttoken\t"), text.substring(0, 40));
    assertTrue(text.lines().count() >= lines, text.lines().count() + " lines");
  }

  @Test
  void aPlotsMenuCopiesItsPicture() throws Exception {
    window.robot().clickOn("#bars", MouseButton.SECONDARY);
    window.robot().clickOn("Copy as image");

    window.waitUntil(() -> Clipboard.getSystemClipboard().hasImage());
    var image = Fx.get(() -> Clipboard.getSystemClipboard().getImage());
    assertEquals(2 * FigureLook.WIDTH, image.getWidth());
  }

  @Test
  void theDialogShowsWhatItWillSave() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.E);

    var preview = node("export-preview", ImageView.class);
    window.waitUntil(() -> preview.getImage() != null);

    var image = Fx.get(preview::getImage);
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
    assertEquals("Rows must be a whole number at least 1.", Fx.get(problem::getText));
    assertTrue(Fx.get(() -> problem.getScene().getWindow().isShowing()));
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
    Fx.run(
        () -> {
          // The second of PNG, SVG, CSV and JSON.
          format.getSelectionModel().select(1);
        });

    window.robot().clickOn("#export-copy");

    window.waitUntil(() -> Clipboard.getSystemClipboard().hasString());
    var text = Fx.get(() -> Clipboard.getSystemClipboard().getString());
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
    PictureFile.save(Fx.get(() -> scene.snapshot(null)), name);
  }

  @Test
  void inTheProjectorsThemeAClickStillHitsTheRowUnderTheMouse() throws Exception {
    window.show(Theme.PROJECTOR);
    Fx.settle();
    int wanted = window.shown().logits().tokenAtRank(3);

    window.doubleClickOnRank(3);
    window.waitUntil(() -> !window.playground().generation().steps().isEmpty());

    assertEquals(wanted, window.steps().getFirst().tokenId());
  }
}
