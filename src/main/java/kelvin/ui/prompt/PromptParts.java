package kelvin.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The parts of the prompt panel, the editor, the text that it makes and the numbers of the text:
/// one above the other in a column, or side by side. Beside a text that is typed stand its
/// numbers.
final class PromptParts {

  /// The narrowest editor and the narrowest text that can be used, in pixels.
  private static final double MIN_EDITOR = 290;

  private static final double MIN_TEXT = 150;
  private static final double FIRST_SHARE = 0.62;

  private final VBox panel;
  private final Node head;
  private final List<Node> editor;
  private final List<Node> text;
  private final List<Node> numbers;
  private final List<Node> below = new ArrayList<>();
  private final VBox left = new VBox();
  private final VBox right = new VBox();
  private final SplitPane sides = new SplitPane();

  /// @param panel the card that holds everything
  PromptParts(VBox panel, Node head, List<Node> editor, List<Node> text, List<Node> numbers) {
    this.panel = panel;
    this.head = head;
    this.editor = List.copyOf(editor);
    this.text = List.copyOf(text);
    this.numbers = List.copyOf(numbers);
    left.setMinWidth(MIN_EDITOR);
    right.setMinWidth(MIN_TEXT);
    left.getStyleClass().add("prompt-side");
    right.getStyleClass().add("prompt-side");
    sides.setOrientation(Orientation.HORIZONTAL);
    sides.getStyleClass().add("prompt-sides");
    sides.getItems().addAll(left, right);
    sides.setDividerPositions(FIRST_SHARE);
    VBox.setVgrow(sides, Priority.ALWAYS);
  }

  /// @param typed true if the text is its own editor
  void place(boolean sideBySide, boolean typed) {
    var scene = panel.getScene();
    var focused = scene == null ? null : scene.getFocusOwner();
    left.getChildren().clear();
    right.getChildren().clear();
    if (sideBySide) {
      panel.getChildren().setAll(head, sides);
      left.getChildren().setAll(editor);
      (typed ? left : right).getChildren().addAll(text);
      right.getChildren().addAll(numbers);
      right.getChildren().addAll(below);
    } else {
      panel.getChildren().setAll(head);
      panel.getChildren().addAll(editor);
      panel.getChildren().addAll(text);
      panel.getChildren().addAll(numbers);
    }
    // A node that moves leaves the scene for a moment and so loses the focus.
    // The divided panes hold their parts only once they have their skin.
    panel.applyCss();
    if (focused != null && focused.getScene() != null) {
      focused.requestFocus();
    }
  }

  /// Shows the text beside the editor, or leaves its room to others for a while.
  void showText(boolean shown) {
    if (shown && sides.getItems().size() == 1) {
      sides.getItems().add(right);
      sides.setDividerPositions(FIRST_SHARE);
    } else if (!shown) {
      sides.getItems().remove(right);
    }
  }

  /// Adds a node below the text while both stand side by side.
  void putBelowText(Node node) {
    below.clear();
    below.add(node);
    if (!right.getChildren().isEmpty() && !right.getChildren().contains(node)) {
      right.getChildren().add(node);
    }
  }

  SplitPane sides() {
    return sides;
  }
}
