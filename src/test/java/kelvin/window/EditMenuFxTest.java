package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import kelvin.ui.plot.bars.TokenBars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A user finds cut, copy and paste where every program has them, and each menu item by its letter.
class EditMenuFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  EditMenuFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void cutAndPasteMoveTheSelectedText() {
    select(0, 5);
    run("cut");
    assertEquals("upon a time", text());

    select(0, 0);
    run("paste");

    assertEquals("Once upon a time", text());
  }

  @Test
  void selectAllAndDeleteEmptyThePrompt() {
    run("select-all");
    run("delete");

    assertEquals("", text());
    assertTrue(item("select-all").isDisable());
  }

  @Test
  void nothingIsCutOrCopiedWhileNothingIsSelected() {
    select(3, 3);

    assertTrue(item("cut").isDisable());
    assertTrue(item("copy").isDisable());
    assertFalse(item("paste").isDisable());
  }

  @Test
  void onTheBarsCopyCopiesTheSelectedToken() {
    Fx.run(
        () -> {
          window.find("bars", TokenBars.class).requestFocus();
        });
    assertFalse(item("copy").isDisable());
    assertTrue(item("cut").isDisable());

    run("copy");

    var words = window.playground().distribution().vocabularyProperty().get();
    assertEquals(
        words.text(window.shown().logits().tokenAtRank(1)),
        Fx.get(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void noTwoItemsOfAMenuShareALetter() {
    var wrong = new ArrayList<String>();
    check(Fx.get(() -> List.<MenuItem>copyOf(menuBar().getMenus())), wrong);

    assertEquals(List.of(), wrong);
  }

  private static void check(List<MenuItem> items, List<String> wrong) {
    var seen = new HashSet<String>();
    for (var item : items) {
      if (item instanceof SeparatorMenuItem) {
        continue;
      }
      var text = item.getText().replace("__", "");
      int at = text.indexOf('_');
      if (at < 0 || !seen.add(text.substring(at + 1, at + 2).toLowerCase(Locale.ROOT))) {
        wrong.add(item.getText());
      }
      if (item instanceof Menu menu) {
        check(menu.getItems(), wrong);
      }
    }
  }

  private void select(int from, int to) {
    Fx.run(
        () -> {
          window.find("prompt", TextArea.class).selectRange(from, to);
        });
  }

  private String text() {
    return Fx.get(() -> window.find("prompt", TextArea.class).getText());
  }

  private void run(String id) {
    Fx.run(
        () -> {
          item(id).fire();
        });
    Fx.settle();
  }

  private MenuBar menuBar() {
    return (MenuBar) window.root().lookup(".menu-bar");
  }

  private MenuItem item(String id) {
    return menuBar().getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }
}
