package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import kelvin.display.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A user who works by keyboard sees where the keyboard is.
class FocusFxTest {

  private static final int MARGIN = 4;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyControlLooksOtherWithTheFocus(Theme theme) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time", 1280, 800)) {
      window.show(theme);
      window.waitForAnswer();
      window.lookAtEverything();
      var same = new ArrayList<String>();
      var nodes = new ArrayList<Node>();
      Fx.run(
          () -> {
            collect(window.root(), nodes);
          });
      for (var node : nodes) {
        focus(window.find("theme", Node.class));
        if (node.getId() != null && node.getId().equals("theme")) {
          focus(window.find("pin", Node.class));
        }
        var without = around(window, node);
        focus(node);
        if (areEqual(without, around(window, node))) {
          same.add(node.toString());
        }
      }

      assertEquals(List.of(), same);
    }
  }

  private static void focus(Node node) {
    Fx.run(
        () -> {
          node.requestFocus();
        });
    Fx.settle();
  }

  private static Image around(OpenWindow window, Node node) {
    return Fx.get(
        () -> {
          var at = node.localToScene(node.getBoundsInLocal());
          var part = new SnapshotParameters();
          part.setViewport(
              new Rectangle2D(
                  Math.floor(at.getMinX()) - MARGIN,
                  Math.floor(at.getMinY()) - MARGIN,
                  Math.ceil(at.getWidth()) + 2 * MARGIN,
                  Math.ceil(at.getHeight()) + 2 * MARGIN));
          return window.root().snapshot(part, null);
        });
  }

  private static boolean areEqual(Image first, Image second) {
    for (int y = 0; y < first.getHeight(); y++) {
      for (int x = 0; x < first.getWidth(); x++) {
        if (first.getPixelReader().getArgb(x, y) != second.getPixelReader().getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Returns whether a node is scrolled into sight. The rest cannot be seen either way.
  private static boolean isInSight(Node node) {
    var at = node.localToScene(node.getBoundsInLocal());
    for (Node around = node.getParent(); around != null; around = around.getParent()) {
      if (around instanceof ScrollPane
          && !around.localToScene(around.getBoundsInLocal()).contains(at)) {
        return false;
      }
    }
    return true;
  }

  private static void collect(Parent parent, List<Node> found) {
    for (var child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible()) {
        continue;
      }
      if (child.isFocusTraversable() && !child.isDisabled() && isInSight(child)) {
        found.add(child);
      }
      boolean isLeaf =
          child instanceof Control && !(child instanceof ScrollPane || child instanceof SplitPane);
      if (child instanceof Parent inner && !isLeaf) {
        collect(inner, found);
      }
    }
  }
}
