package kelvin.ui.lab.common;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ScrolledColumn;

/// Layout of a section of the lab: the form and the list of results on the left, the selected
/// result on the right.
public abstract class LabColumns extends HBox {

  private static final double LEFT = 330;

  protected LabColumns(Region form, Region list, Region result) {
    getStyleClass().add("lab-view");
    VBox.setVgrow(list, Priority.ALWAYS);
    // The sentences in it could be cut to one line each, and the list would be pushed out of sight.
    form.setMinHeight(Region.USE_PREF_SIZE);
    var scroll = new ScrollPane(new ScrolledColumn(form, list));
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setPrefWidth(LEFT);
    scroll.setMaxWidth(LEFT);
    // Never less, or the words about a point would push it aside.
    scroll.setMinWidth(LEFT);
    result.setMinWidth(380);
    HBox.setHgrow(result, Priority.ALWAYS);
    getChildren().addAll(scroll, result);
  }
}
