package kelvin.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// Makes a row of nodes one stop of the Tab key. The arrow keys, Home and End move the focus within
/// it; Tab comes back to the node that had it last.
public final class OneTabStop {

  private final List<Node> nodes = new ArrayList<>();
  private final Consumer<Node> onMove;

  public OneTabStop() {
    this(_ -> {});
  }

  /// @param onMove called with the node that a key moves the focus to
  public OneTabStop(Consumer<Node> onMove) {
    this.onMove = onMove;
  }

  /// Adds a node at the end.
  public void add(Node node) {
    nodes.add(node);
    node.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(node, event));
    node.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                stopAt(node);
              }
            });
    node.setFocusTraversable(nodes.size() == 1);
  }

  /// Forgets all nodes.
  public void clear() {
    nodes.clear();
  }

  /// Lets Tab come to this node; a focus that is in the row moves to it.
  public void preferStop(Node node) {
    if (nodes.stream().anyMatch(Node::isFocused)) {
      node.requestFocus();
    } else {
      stopAt(node);
    }
  }

  private void stopAt(Node node) {
    if (nodes.contains(node)) {
      nodes.forEach(each -> each.setFocusTraversable(each.equals(node)));
    }
  }

  private void pressed(Node node, KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown() || event.isShiftDown() || !node.isFocused()) {
      return;
    }
    int at = nodes.indexOf(node);
    int to =
        switch (event.getCode()) {
          case LEFT, UP -> at - 1;
          case RIGHT, DOWN -> at + 1;
          case HOME -> 0;
          case END -> nodes.size() - 1;
          default -> -2;
        };
    if (at < 0 || to == -2) {
      return;
    }
    event.consume();
    if (to >= 0 && to < nodes.size() && to != at) {
      nodes.get(to).requestFocus();
      onMove.accept(nodes.get(to));
    }
  }
}
