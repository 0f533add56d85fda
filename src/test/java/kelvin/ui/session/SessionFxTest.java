package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import kelvin.workspace.SessionFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Saving, opening, and undoing by keyboard in the real window.
class SessionFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;
  private Path file = Path.of("");

  SessionFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void openAWindow() throws Exception {
    file = folder.resolve("little.kelvin");
    window.questions().choose(file);
  }

  @Test
  void workIsSavedAndOpenedByKeyboard() throws Exception {
    window.robot().write(" there was");
    window.waitForAnswer();
    window.robot().push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.waitUntil(() -> window.playground().generation().steps().size() == 1);
    window.waitForAnswer();
    assertTrue(title().startsWith("• Untitled"), title());
    var steps = window.steps();

    window.robot().push(KeyCode.SHORTCUT, KeyCode.S);
    window.waitUntil(() -> !window.session().dirtyProperty().get());
    assertEquals("little – Kelvin", title());

    window.robot().push(KeyCode.SHORTCUT, KeyCode.N);
    window.waitUntil(() -> prompt().equals("Once upon a time"));
    window.waitForAnswer();
    assertEquals("Kelvin", title());
    window.robot().push(KeyCode.SHORTCUT, KeyCode.O);
    window.waitUntil(() -> prompt().equals("Once upon a time there was"));
    window.waitForAnswer();

    assertEquals(steps, window.steps());
    assertEquals("little – Kelvin", title());
  }

  @Test
  void whatWasTypedIsUndoneInTheEditorTogetherWithEverythingElse() throws Exception {
    window.robot().write(" there");
    window.waitForAnswer();
    var slider = window.find("temperature-slider", Slider.class);
    Fx.run(
        () -> {
          slider.requestFocus();
          slider.setValue(slider.getMin());
        });
    window.waitUntil(() -> window.session().undoNameProperty().get().equals("temperature"));
    window.robot().clickOn("#prompt");

    window.robot().push(KeyCode.SHORTCUT, KeyCode.Z);
    window.waitUntil(() -> window.session().undoNameProperty().get().equals("typing"));
    assertEquals(1, temperature());
    assertEquals("Once upon a time there", prompt());

    pushUntil(() -> undoName().isEmpty(), KeyCode.SHORTCUT, KeyCode.Z);
    assertEquals("Once upon a time", prompt());

    pushUntil(
        () -> prompt().equals("Once upon a time there"),
        KeyCode.SHORTCUT,
        KeyCode.SHIFT,
        KeyCode.Z);
    pushUntil(() -> temperature() < 1, KeyCode.SHORTCUT, KeyCode.Y);
    assertEquals("Once upon a time there", prompt());
  }

  @Test
  void examplesAreEditedUndoneAndRedone() throws Exception {
    window.robot().clickOn("#compose-few-shot");
    window.waitForAnswer();
    window.robot().clickOn("#add-example").write("in").push(KeyCode.TAB).write("out");
    window.waitForAnswer();
    var composed = prompt();
    assertTrue(composed.contains("Q: in\nA: out\n"), composed);
    assertEquals("editing an example", undoName());

    pushUntil(() -> undoName().equals("adding an example"), KeyCode.SHORTCUT, KeyCode.Z);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.Z);
    window.waitUntil(() -> window.playground().prompt().fewShot().rows().size() == 4);
    pushUntil(() -> prompt().equals(composed), KeyCode.SHORTCUT, KeyCode.Y);
    window.waitForAnswer();
  }

  @Test
  void aFieldOfItsOwnGoesBackInItself() throws Exception {
    window.robot().clickOn("#prompt").push(KeyCode.END).write(" there");
    window.waitForAnswer();
    window.robot().clickOn("#watch-field").write("girl");

    window.robot().push(KeyCode.SHORTCUT, KeyCode.Z);

    assertEquals("Once upon a time there", prompt());
  }

  @Test
  void aDamagedFileChangesNothingAndIsSaidAboveThePanels() throws Exception {
    Files.writeString(file, "{\"format\": \"kelvin-session\", \"version\": 9}");
    window.robot().write(" there");
    window.waitForAnswer();

    window.robot().push(KeyCode.SHORTCUT, KeyCode.O);
    window.waitUntil(() -> window.isShown("dismiss-notice"));

    assertEquals("Once upon a time there", prompt());
    assertTrue(window.text("notice").contains("saved by a newer Kelvin"), window.text("notice"));
    assertFalse(window.isShown("bring-back"));
  }

  @Test
  void nothingIsLostWithoutAQuestion() throws Exception {
    window.robot().write(" there");
    window.waitForAnswer();
    window.questions().answer(Unsaved.CANCEL);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.N);
    window.waitUntil(() -> window.questions().asked().size() == 1);
    assertEquals("Once upon a time there", prompt());

    window.questions().answer(Unsaved.SAVE);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.N);
    window.waitUntil(() -> prompt().equals("Once upon a time"));

    assertEquals("Once upon a time there", SessionFile.read(file).work().prompt().text());
  }

  /// A slow machine makes several changes of one burst of typing.
  private void pushUntil(Callable<Boolean> done, KeyCode... keys) throws Exception {
    for (int pushes = 0; !done.call() && pushes < 40; pushes++) {
      window.robot().push(keys);
      Fx.settle();
    }
    assertTrue(done.call());
  }

  private String prompt() {
    return Fx.get(() -> window.playground().prompt().textProperty().get());
  }

  private String title() {
    return Fx.get(() -> window.session().titleProperty().get());
  }

  private String undoName() {
    return Fx.get(() -> window.session().undoNameProperty().get());
  }

  private double temperature() {
    return Fx.get(() -> window.playground().sampling().temperatureProperty().get());
  }
}
