package kelvin.ui.compose;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A line of the editors: a label in a muted colour and the controls it names. The labels form a
/// column.
public final class ComposerLine extends HBox {

  private static final double NAME_WIDTH = 68;

  public ComposerLine(String name, Node... nodes) {
    super(new Label(name));
    if (getChildren().getFirst() instanceof Label label) {
      label.getStyleClass().add("quiet");
      label.setMinWidth(NAME_WIDTH);
      label.setPrefWidth(NAME_WIDTH);
    }
    getChildren().addAll(nodes);
    for (var node : nodes) {
      if (node instanceof MarkedField) {
        setHgrow(node, Priority.ALWAYS);
      }
    }
    getStyleClass().add("composer-line");
    setAlignment(Pos.CENTER_LEFT);
  }
}
