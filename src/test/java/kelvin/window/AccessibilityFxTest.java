package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Everything works by keyboard and says what it is.
class AccessibilityFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  AccessibilityFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void open() throws Exception {
    window.lookAtEverything();
  }

  /// A bitmap is blurred where the window is magnified.
  @Test
  void noScrollPaneKeepsABitmapOfWhatItShows() {
    var viewports = window.root().lookupAll(".viewport");

    assertEquals(
        List.of(),
        viewports.stream()
            .filter(
                viewport ->
                    viewport.isCache()
                        || ((Parent) viewport)
                            .getChildrenUnmodifiable().stream().anyMatch(Node::isCache))
            .map(viewport -> viewport.getParent().toString())
            .toList());
    assertTrue(viewports.size() > 3, "there are " + viewports.size());
  }

  @Test
  void whateverTakesTheFocusHasANameForScreenReaders() {
    var nameless = new ArrayList<String>();
    for (var node : focusable(window.root())) {
      boolean hasText = node instanceof Labeled labeled && !isBlank(labeled.getText());
      if (!hasText && isBlank(node.getAccessibleText())) {
        nameless.add(node.toString());
      }
    }

    assertEquals(List.of(), nameless);
  }

  @Test
  void everyControlOfOursHasATooltipThatTeaches() {
    var silent = new ArrayList<String>();
    for (var node : focusable(window.root())) {
      boolean ours = node.getId() != null;
      if (ours && node instanceof Control control && control.getTooltip() == null) {
        silent.add(node.toString());
      }
    }

    // The editor's tooltip is that of the token under the mouse.
    silent.removeIf(name -> name.contains("prompt"));
    assertEquals(List.of(), silent);
  }

  @Test
  void everyCommandOfTheMenusHasAShortcut() {
    var menuBar = (MenuBar) window.root().lookup(".menu-bar");
    var without = new ArrayList<String>();
    for (var menu : menuBar.getMenus()) {
      for (MenuItem item : menu.getItems()) {
        // A submenu is opened, not run.
        boolean isCommand = !(item instanceof SeparatorMenuItem) && !(item instanceof Menu);
        if (isCommand && item.getAccelerator() == null) {
          without.add(item.getText());
        }
      }
    }

    assertEquals(List.of(), without);
  }

  @Test
  void theTabKeyReachesEveryPanel() {
    var ids = focusable(window.root()).stream().map(Node::getId).toList();

    for (var id : List.of("prompt", "bars", "curve", "temperature-slider", "seed", "step")) {
      assertTrue(ids.contains(id), id);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static List<Node> focusable(Parent parent) {
    return Fx.get(
        () -> {
          var found = new ArrayList<Node>();
          collect(parent, found);
          return found;
        });
  }

  private static void collect(Parent parent, List<Node> found) {
    for (var child : parent.getChildrenUnmodifiable()) {
      if (child.isFocusTraversable() && child.isVisible()) {
        found.add(child);
      }
      // The inside of a control is the control's own business.
      boolean isLeaf = child instanceof Control && !isContainer(child);
      if (child instanceof Parent inner && !isLeaf) {
        collect(inner, found);
      }
    }
  }

  private static boolean isContainer(Node node) {
    return node instanceof javafx.scene.control.ScrollPane
        || node instanceof javafx.scene.control.SplitPane;
  }
}
