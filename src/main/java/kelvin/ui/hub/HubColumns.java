package kelvin.ui.hub;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kelvin.ui.control.ScrolledColumn;

/// Layout of the models to choose from and the files of one: beside each other, or below each other
/// in a column that scrolls where the type is too large for that.
final class HubColumns {

  /// The least width of both beside each other, at the usual size of type.
  private static final double BESIDE = 640;

  /// The least height of the lists beside each other.
  private static final double SHORTEST = 200;

  /// The heights below each other, at the usual size of type.
  private static final double OFFERS_HEIGHT = 240;

  private static final double FILES_HEIGHT = 300;

  private HubColumns() {}

  /// @param width of both
  /// @param times the size of type, in usual sizes
  static Region of(Region offers, Region files, double width, double times) {
    offers.setMinWidth(0);
    files.setMinWidth(0);
    if (width < BESIDE * times) {
      offers.setMinHeight(OFFERS_HEIGHT * times);
      files.setMinHeight(FILES_HEIGHT * times);
      return below(offers, files);
    }
    offers.setPrefWidth(width / 2);
    files.setPrefWidth(width / 2);
    return beside(offers, files);
  }

  private static HBox beside(Region offers, Region files) {
    HBox.setHgrow(offers, Priority.ALWAYS);
    HBox.setHgrow(files, Priority.ALWAYS);
    var columns = new HBox(offers, files);
    columns.getStyleClass().add("hub-columns");
    // Computed, it would be that of sentences in columns without any width.
    columns.setMinHeight(SHORTEST);
    return columns;
  }

  private static ScrollPane below(Region offers, Region files) {
    var scroll = new ScrollPane(new ScrolledColumn(offers, files));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("column-scroll");
    return scroll;
  }
}
