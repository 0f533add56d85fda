package kelvin.ui.shell.layout;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/// A panel that is folded to a thin strip at the side; a press opens it, another folds it again.
final class Rail extends ToggleButton {

  private static final double WIDTH = 28;

  Rail(String id, String name, String lesson) {
    setId(id);
    getStyleClass().add("rail");
    var words = new Label(name);
    words.getStyleClass().add("section-title");
    words.setRotate(-90);
    setGraphic(new Group(words));
    setAlignment(Pos.TOP_CENTER);
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxSize(WIDTH, Double.MAX_VALUE);
    setAccessibleText(name);
    setTooltip(new Tooltip(lesson));
  }
}
