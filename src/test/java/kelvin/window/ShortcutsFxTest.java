package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import kelvin.prompt.sweep.SweepKind;
import kelvin.ui.plot.sweep.PlotKeys;
import kelvin.ui.theme.Magnified;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The keys of the window, the sheet that lists them, and the zoom that they set.
class ShortcutsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;

  ShortcutsFxTest(OpenWindow window) {
    this.window = window;
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          dialogs().forEach(Stage::close);
        });
  }

  @Test
  void theKeyboardGoesAlongToAnotherPage() {
    assertEquals("prompt", focused().getId());

    window.robot().push(KeyCode.ALT, KeyCode.DIGIT3);
    Fx.settle();
    assertTrue(window.root().lookup(".lab-fields").equals(focused().getParent()), "" + focused());

    window.robot().push(KeyCode.ALT, KeyCode.DIGIT1);
    Fx.settle();
    assertEquals("prompt", focused().getId());
  }

  private Node focused() {
    return Fx.get(() -> window.root().getScene().getFocusOwner());
  }

  @Test
  void noTwoCommandsShareAShortcut() {
    var seen = new HashSet<KeyCombination>();
    var twice = new ArrayList<String>();
    for (var item : commands()) {
      if (item.getAccelerator() != null && !seen.add(item.getAccelerator())) {
        twice.add(item.getAccelerator() + " " + item.getText());
      }
    }

    assertEquals(List.of(), twice);
  }

  @Test
  void theSheetListsEveryShortcutOfTheMenusAndNoOther() {
    window.robot().push(KeyCode.F1);

    var expected =
        commands().stream()
            .filter(item -> item.getAccelerator() != null)
            .map(item -> item.getAccelerator().getDisplayText())
            .collect(Collectors.toSet());
    for (var plot : PlotKeys.ALL) {
      plot.keys().forEach(hint -> expected.add(names(hint.codes())));
    }
    assertEquals(expected, keysOnTheSheet());
  }

  @Test
  void thePlotsTakeEveryKeyThatTheSheetNames() throws Exception {
    window.lookAtEverything();
    window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
    var lab = window.playground().pages().lab();
    Fx.run(
        () -> {
          // The lab proposes a task of its own.
          lab.shownProperty().set(true);
          lab.form().kindProperty().set(SweepKind.LEAVE_ONE_OUT);
          lab.start();
        });
    window.waitUntil(() -> !lab.results().isEmpty());
    var ignored = new ArrayList<String>();
    for (var plot : PlotKeys.ALL) {
      var node = window.root().lookup("." + plot.styleClass());
      for (var hint : plot.keys()) {
        for (var code : hint.codes()) {
          if (!takes(node, code)) {
            ignored.add(plot.plot() + " " + code);
          }
        }
      }
    }

    assertEquals(List.of(), ignored);
  }

  @Test
  void theWindowIsZoomedByKeysUpToThreeTimesAndBack() {
    window.robot().push(KeyCode.CONTROL, KeyCode.EQUALS);
    assertEquals(1.1, window.zoom().get(), 1e-12);

    for (int i = 0; i < 10; i++) {
      window.robot().push(KeyCode.CONTROL, KeyCode.ADD);
    }
    assertEquals(3, window.zoom().get(), 1e-12);
    assertEquals(3, ((Magnified) window.root()).magnification(), 1e-12);

    window.robot().push(KeyCode.CONTROL, KeyCode.MINUS);
    assertEquals(2.5, window.zoom().get(), 1e-12);
    window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertEquals(1, window.zoom().get(), 1e-12);
  }

  @Test
  void whatHasTheFocusIsBroughtIntoSightWhenZoomedIn() {
    Fx.run(
        () -> {
          window.zoom().set(3);
        });
    Fx.settle();
    var seed = window.find("seed", Node.class);
    assertFalse(isInSight(seed));

    Fx.run(
        () -> {
          seed.requestFocus();
        });
    Fx.settle();

    assertTrue(isInSight(seed));
  }

  private boolean isInSight(Node node) {
    return Fx.get(
        () -> {
          var at = node.localToScene(node.getBoundsInLocal());
          return at.getMinX() >= 0
              && at.getMinY() >= 0
              && at.getMaxX() <= 1280
              && at.getMaxY() <= 800;
        });
  }

  private static boolean takes(Node node, KeyCode code) {
    return Fx.get(
        () -> {
          var passed = new ArrayList<KeyCode>();
          var parent = node.getParent();
          EventHandler<KeyEvent> listen = event -> passed.add(event.getCode());
          parent.addEventHandler(KeyEvent.KEY_PRESSED, listen);
          node.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
          parent.removeEventHandler(KeyEvent.KEY_PRESSED, listen);
          return passed.isEmpty();
        });
  }

  private static String names(List<KeyCode> codes) {
    return codes.stream().map(KeyCode::getName).collect(Collectors.joining("  "));
  }

  private static Set<String> keysOnTheSheet() {
    return Fx.get(
        () ->
            dialogs().getFirst().getScene().getRoot().lookupAll(".shortcut-keys").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.toSet()));
  }

  private static List<Stage> dialogs() {
    return Window.getWindows().stream()
        .filter(
            each -> each instanceof Stage stage && "Keyboard shortcuts".equals(stage.getTitle()))
        .map(Stage.class::cast)
        .toList();
  }

  private List<MenuItem> commands() {
    return Fx.get(
        () -> {
          var all = new ArrayList<MenuItem>();
          ((MenuBar) window.root().lookup(".menu-bar"))
              .getMenus()
              .forEach(menu -> collect(menu, all));
          return all;
        });
  }

  private static void collect(Menu menu, List<MenuItem> all) {
    for (var item : menu.getItems()) {
      if (item instanceof Menu inner) {
        collect(inner, all);
      } else {
        all.add(item);
      }
    }
  }
}
