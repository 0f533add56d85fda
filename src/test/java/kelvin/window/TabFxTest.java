package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A user who works by keyboard leaves the prompt as they leave every other control, and can type a
/// tab all the same.
class TabFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  TabFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void tabLeavesThePromptAndShiftTabComesBack() {
    window.robot().push(KeyCode.TAB);

    assertNotEquals("prompt", focusedId());
    assertEquals("Once upon a time", text());
    window.robot().push(KeyCode.SHIFT, KeyCode.TAB);
    assertEquals("prompt", focusedId());
    window.robot().push(KeyCode.SHIFT, KeyCode.TAB);
    assertNotEquals("prompt", focusedId());
  }

  @Test
  void ctrlTabTypesATab() {
    window.robot().push(KeyCode.CONTROL, KeyCode.TAB);

    assertEquals("Once upon a time\t", text());
    assertEquals("prompt", focusedId());
  }

  private String text() {
    return Fx.get(() -> window.find("prompt", TextArea.class).getText());
  }

  private String focusedId() {
    return Fx.get(() -> String.valueOf(window.root().getScene().getFocusOwner().getId()));
  }
}
