package kelvin.ui.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Duration;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.ui.figure.CopyForm;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.PictureFile;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Without a word after an export the user does not know whether there is a file, and where.
class DoneNoteFxTest {

  private static final Path FILE = Path.of("folder", "bars.png").toAbsolutePath();

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  DoneNoteFxTest(OpenWindow window) {
    this.window = window;
  }

  private void save() {
    Fx.run(() -> window.playground().notices().tell(Done.saved(FILE)));
    Fx.settle();
  }

  private Label sentence() {
    return (Label) window.root().lookup("#done .label");
  }

  @Test
  void itNamesTheFileAndItsFolder() {
    assertFalse(window.isShown("done"));

    save();

    assertTrue(window.isShown("done"));
    assertEquals("Saved bars.png in " + FILE.getParent() + ".", Fx.get(() -> sentence().getText()));
    assertEquals(
        Fx.get(() -> sentence().getText()),
        Fx.get(() -> window.find("done", Node.class).getAccessibleText()));
  }

  @Test
  void nothingMoves() {
    var before = places();

    save();

    assertEquals(before, places());
  }

  private Map<String, Bounds> places() {
    Fx.settle();
    return Fx.get(
        () -> {
          var places = new TreeMap<String, Bounds>();
          for (var node : window.root().lookupAll("*")) {
            if (node.getId() != null && !node.getId().equals("done") && !isInNote(node)) {
              places.put(node.getId(), node.localToScene(node.getLayoutBounds()));
            }
          }
          return places;
        });
  }

  private boolean isInNote(Node node) {
    return node.getParent() != null && "done".equals(node.getParent().getId());
  }

  @Test
  void aCopyIsSaidToo() throws Exception {
    Fx.run(() -> window.commands().copyNumbers(View.BARS));
    window.waitUntil(() -> window.find("done", Node.class).isVisible());
    assertEquals("Copied as a table.", Fx.get(() -> sentence().getText()));

    Fx.run(() -> window.commands().copyAs(CopyForm.COMMAND));
    window.waitUntil(() -> sentence().getText().equals("Copied as kelvin command."));
  }

  @Test
  void itLeavesByItself() throws Exception {
    var shown = new ArrayList<Path>();
    var notices = new Notices();
    var note =
        Fx.get(
            () -> {
              ShowInFolder folder = (file, _) -> shown.add(file);
              var made = new DoneNote(notices, Optional.of(folder), Duration.millis(200));
              // In no window, so that no mouse is over it.
              new Scene(made, 600, 200);
              return made;
            });

    Fx.run(() -> notices.tell(Done.saved(FILE)));
    assertTrue(Fx.get(() -> note.lookup("#done").isVisible()));
    Fx.run(() -> ((Button) note.lookup("#show-in-folder")).fire());
    assertEquals(List.of(FILE), shown);

    Fx.waitUntil(() -> !note.lookup("#done").isVisible());

    // The same file once more is said once more.
    Fx.run(() -> notices.tell(Done.saved(FILE)));
    assertTrue(Fx.get(() -> note.lookup("#done").isVisible()));
  }

  @Test
  void aFileManagerThatDoesNotOpenIsSaidWithThePlaceOfTheFile() throws Exception {
    var notices = new Notices();
    ShowInFolder broken = (_, onProblem) -> onProblem.accept("xdg-open failed");
    var note =
        Fx.get(
            () -> {
              var made = new DoneNote(notices, Optional.of(broken), DoneNote.STAYS);
              new Scene(made, 600, 200);
              return made;
            });
    Fx.run(() -> notices.tell(Done.saved(FILE)));

    Fx.run(() -> ((Button) note.lookup("#show-in-folder")).fire());

    Fx.waitUntil(() -> !note.lookup("#show-in-folder").isVisible());
    assertEquals(
        "The file manager did not open: xdg-open failed. The file is " + FILE + ".",
        Fx.get(() -> ((Label) note.lookup("#done .label")).getText()));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void itIsSeenInEveryTheme(Theme theme) throws Exception {
    window.show(theme);
    save();

    PictureFile.save(window.picture(), "done-" + theme);
    assertTrue(window.isShown("done"));
  }
}
