package kelvin.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, a user cannot see which columns are taken, or loses examples by pressing Enter.
class ImportDialogFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;
  @TempDir private Path folder = Path.of("");

  ImportDialogFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void open() throws Exception {
    var rows = new StringBuilder("item,color,note\n");
    for (int i = 0; i < 20; i++) {
      rows.append("banana ").append(i).append(",yellow,a fruit of the tropics\n");
    }
    var file = Files.writeString(folder.resolve("fruit.csv"), rows);
    Fx.run(
        () -> {
          var owner = window.root().getScene().getWindow();
          var tables = window.playground().prompt().tables();
          new ImportDialog(tables.preview(file), owner).show();
        });
    window.waitUntil(
        () -> !text("import-count").isEmpty() && !text("import-count").startsWith("0"));
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          dialog().hide();
        });
  }

  private static Window dialog() {
    return Window.getWindows().stream()
        .filter(shown -> shown.getScene().lookup("#import-preview") != null)
        .findFirst()
        .orElseThrow();
  }

  private static Node inDialog(String id) {
    return dialog().getScene().lookup("#" + id);
  }

  private static String text(String id) {
    var node = inDialog(id);
    if (node instanceof Labeled labeled) {
      return labeled.getText();
    }
    return ((Labeled) ((Parent) node).lookup(".label")).getText();
  }

  @Test
  void bothColumnsAreNamedAtOnce() throws Exception {
    assertEquals("item", Fx.get(() -> text("import-input")));
    assertEquals("color", Fx.get(() -> text("import-output")));
    assertTrue(Fx.get(() -> text("import-format")).contains("detected"));
  }

  @Test
  void enterNeverReplacesWhatThereIs() throws Exception {
    window.waitUntil(() -> dialog().getScene().getFocusOwner() != null);

    var focused = Fx.get(() -> dialog().getScene().getFocusOwner());

    assertFalse(focused instanceof Button button && "import-replace".equals(button.getId()));
    assertTrue(Fx.get(() -> ((Button) inDialog("import-add")).isDefaultButton()));
  }

  @Test
  void thePreviewShowsWholeRows() throws Exception {
    var preview = (TableView<?>) inDialog("import-preview");
    Fx.settle();

    double room =
        Fx.get(
            () ->
                preview.getHeight()
                    - preview.snappedTopInset()
                    - preview.snappedBottomInset()
                    - ((Control) preview).lookup(".column-header-background").prefHeight(-1));

    double rows = room / Fx.get(preview::getFixedCellSize);
    assertEquals(Math.rint(rows), rows, 0.05, rows + " rows");
  }
}
