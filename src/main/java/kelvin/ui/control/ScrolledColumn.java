package kelvin.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A column of cards as the content of a scroll pane that it fits. The pane asks for its least
/// height without a width and would take sentences that wrap for single lines; then the column can
/// be larger than the pane and no bar appears.
public final class ScrolledColumn extends VBox {

  public ScrolledColumn(Node... cards) {
    super(cards);
    getStyleClass().add("column");
  }

  @Override
  protected double computeMinHeight(double width) {
    return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
  }
}
