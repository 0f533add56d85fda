package kelvin.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Shows controls in line where they fit, and behind a button where they do not.
public final class FoldedPane extends HBox {

  private final Node content;
  private final StackPane folded = new StackPane();
  private final MenuButton button = new MenuButton("…");

  /// @param lesson the tooltip of the button
  public FoldedPane(Node content, ObservableValue<Boolean> fits, String lesson) {
    this.content = content;
    setAlignment(Pos.CENTER_LEFT);
    button.getStyleClass().addAll("quiet-menu", "folded-controls");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(lesson);
    button.setTooltip(new Tooltip(lesson));
    button.getItems().add(new CustomMenuItem(folded, false));
    fits.subscribe(this::place);
  }

  private void place(boolean fits) {
    button.hide();
    folded.getChildren().clear();
    if (fits) {
      getChildren().setAll(content);
    } else {
      getChildren().setAll(button);
      folded.getChildren().setAll(content);
    }
  }
}
