package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import kelvin.ui.playground.Page;
import kelvin.ui.plot.bars.TokenBars;
import org.junit.jupiter.api.Test;

/// If these fail, a command acts on a panel that the user does not see, and seems to do nothing.
class HiddenPanelsFxTest {

  @Test
  void aSearchShowsThePanelThatItSearches() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time", 640, 800)) {
      window.robot().clickOn("#tab-prompt").push(KeyCode.CONTROL, KeyCode.F);
      assertTrue(isInWindow(window, "bars"));
      assertEquals("find-text", focusedId(window));

      window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
      assertTrue(isInWindow(window, "prompt"));
      assertFalse(isInWindow(window, "bars"));
    }
  }

  @Test
  void answersAreShownFromEveryPanelAndPage() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time", 640, 800)) {
      window.robot().clickOn("#tab-prompt").push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
      assertTrue(isInWindow(window, "answer-bars"));

      window.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
      window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
      assertEquals(Page.PLAYGROUND, window.playground().pages().pageProperty().get());
      assertTrue(window.isShown("film"));
      assertFalse(window.isShown("answer-bars"));
    }
  }

  @Test
  void theBiasOfATokenIsTypedInTheSampling() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time", 640, 800)) {
      window.robot().clickOn("#tab-distribution");
      var bars = window.find("bars", TokenBars.class);
      var row = Fx.get(() -> bars.localToScreen(120, bars.rowCentre(1)));
      window.robot().clickOn(row, MouseButton.SECONDARY);
      Fx.run(() -> item(menu().getItems(), "bias-other").orElseThrow().fire());
      Fx.settle();

      assertEquals("logit-bias-value", focusedId(window));
      assertTrue(isInWindow(window, "logit-bias-field"));
    }
  }

  private static ContextMenu menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<MenuItem> item(List<MenuItem> items, String id) {
    return items.stream()
        .flatMap(
            item ->
                item instanceof Menu menu
                    ? item(menu.getItems(), id).stream()
                    : Stream.of(item).filter(one -> id.equals(one.getId())))
        .findFirst();
  }

  private static boolean isInWindow(OpenWindow window, String id) {
    return Fx.get(() -> window.root().lookup("#" + id) != null) && window.isShown(id);
  }

  private static String focusedId(OpenWindow window) {
    return Fx.get(() -> String.valueOf(window.root().getScene().getFocusOwner().getId()));
  }
}
