package kelvin.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The keyboard goes along to another section of the lab. If these fail, the ring of the focus
/// stays at a section that is not shown, or jumps to the model at the top of the window.
class LabFocusFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  LabFocusFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void theFocusOfTheSwitchGoesToTheChosenSection() {
    window.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
    Fx.settle();
    assertEquals("lab-sweep", focused().getId());

    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    Fx.settle();

    assertEquals("lab-adapt", focused().getId());
  }

  @Test
  void aUserInAFormGoesOnInTheNextForm() {
    window.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
    Fx.settle();
    window.robot().push(KeyCode.TAB);
    assertTrue(isWithin("lab", focused()), focused().toString());

    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    Fx.settle();

    assertTrue(isWithin("lab", focused()), focused().toString());
  }

  private static boolean isWithin(String id, Node node) {
    return Stream.iterate(node, at -> at != null, Node::getParent)
        .anyMatch(at -> id.equals(at.getId()));
  }

  private Node focused() {
    return Fx.get(() -> window.root().getScene().getFocusOwner());
  }
}
