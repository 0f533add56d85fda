package kelvin.ui.lab.common;

import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ScrolledColumn;
import kelvin.ui.fx.FxThread;

/// Layout of a section of the lab: the form and the list of results on the left, the selected
/// result on the right. Where there is no room for that, as in a magnified window, all three stand
/// below each other in one column that scrolls.
public abstract class LabColumns extends HBox {

  private static final double LEFT = 330;
  private static final double LEAST_RESULT = 380;

  /// Below this height a result is easier to read in a column that scrolls than squeezed.
  private static final double LOW = 370;

  /// The heights of list and result in the column.
  private static final double STACKED_LIST = 150;

  private static final double STACKED_RESULT = 460;

  private final Region form;
  private final Region list;
  private final Region result;
  private final ScrollPane scroll = new ScrollPane();
  private boolean stacked;

  protected LabColumns(Region form, Region list, Region result) {
    this.form = form;
    this.list = list;
    this.result = result;
    getStyleClass().add("lab-view");
    setMinSize(0, 0);
    VBox.setVgrow(list, Priority.ALWAYS);
    // The sentences in it could be cut to one line each, and the list would be pushed out of sight.
    form.setMinHeight(USE_PREF_SIZE);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    HBox.setHgrow(result, Priority.ALWAYS);
    arrange();
    var afterLayout = new FxThread();
    layoutBoundsProperty().subscribe((_, now) -> afterLayout.execute(() -> fit(now)));
  }

  private void fit(Bounds room) {
    boolean wanted = room.getWidth() < LEFT + getSpacing() + LEAST_RESULT || room.getHeight() < LOW;
    if (wanted != stacked) {
      stacked = wanted;
      // A node that leaves the window for a moment loses the focus.
      var focused = isFocusWithin() ? getScene().getFocusOwner() : null;
      arrange();
      if (focused != null) {
        focused.requestFocus();
      }
    }
  }

  private void arrange() {
    getChildren().clear();
    list.setPrefHeight(stacked ? STACKED_LIST : USE_COMPUTED_SIZE);
    result.setMinWidth(stacked ? 0 : LEAST_RESULT);
    result.setMinHeight(stacked ? STACKED_RESULT : USE_COMPUTED_SIZE);
    if (stacked) {
      scroll.setContent(new ScrolledColumn(form, list, result));
      HBox.setHgrow(scroll, Priority.ALWAYS);
      setLeftWidth(0, USE_COMPUTED_SIZE, Double.MAX_VALUE);
      getChildren().setAll(scroll);
    } else {
      scroll.setContent(new ScrolledColumn(form, list));
      HBox.setHgrow(scroll, Priority.NEVER);
      // Never less, or the words about a point would push it aside.
      setLeftWidth(LEFT, LEFT, LEFT);
      getChildren().setAll(scroll, result);
    }
  }

  private void setLeftWidth(double least, double preferred, double most) {
    scroll.setMinWidth(least);
    scroll.setPrefWidth(preferred);
    scroll.setMaxWidth(most);
  }
}
