package kelvin.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A dialog has all the room that it wants as soon as it opens. If this fails, some window managers
/// show two of sixty shortcuts, and a user must first enlarge the dialog to read it.
class DialogRoomFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  DialogRoomFxTest(OpenWindow window) {
    this.window = window;
  }

  @AfterEach
  void close() {
    Fx.run(() -> dialog().getScene().getWindow().hide());
  }

  @ParameterizedTest
  @ValueSource(strings = {"F1", "CONTROL I", "CONTROL SHIFT G"})
  void aDialogNeverAsksForLessThanItWants(String keys) {
    window.robot().push(Stream.of(keys.split(" ")).map(KeyCode::valueOf).toArray(KeyCode[]::new));
    Fx.settle();

    Fx.run(
        () -> {
          var pane = dialog();
          double width = pane.getWidth();
          assertTrue(pane.prefHeight(width) > 300, "wants " + pane.prefHeight(width));
          assertEquals(pane.prefHeight(width), pane.minHeight(width));
        });
  }

  private static DialogPane dialog() {
    return (DialogPane) Window.getWindows().getLast().getScene().getRoot();
  }
}
