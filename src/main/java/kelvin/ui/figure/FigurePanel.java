package kelvin.ui.figure;

import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.distribution.Heading;

/// A part of a figure: a card with a title, a heading, a legend and a plot.
public final class FigurePanel extends VBox {

  /// @param about describes what the numbers belong to; shortened at its start where there is no
  ///     room
  /// @param legend labels and their keys, in order
  public FigurePanel(String title, String about, Node plot, Node... legend) {
    getStyleClass().addAll("card", "card-content");
    var titleLabel = new Label(title);
    titleLabel.getStyleClass().add("section-title");
    titleLabel.setMinWidth(Region.USE_PREF_SIZE);
    var aboutLabel = new Heading(new SimpleStringProperty(about));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(titleLabel, aboutLabel, space);
    head.getChildren().addAll(legend);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, plot);
    VBox.setVgrow(plot, Priority.ALWAYS);
  }

  /// A word in the legend.
  public static Label word(String text) {
    var label = new Label(text);
    label.getStyleClass().add("quiet");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  /// A colour sample in the legend.
  static Region key(String styleClass) {
    var key = new Region();
    key.getStyleClass().addAll("key", styleClass);
    return key;
  }
}
