package kelvin.ui.evaluation.picture;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A plot with its name above it and the words about what is pointed at below it.
public final class PlotTile extends VBox {

  private static final double WORDS_HEIGHT = 36;

  /// @param lesson what the plot shows
  /// @param hint the words while nothing is pointed at
  public PlotTile(
      String title, String lesson, Region plot, ObservableValue<String> words, String hint) {
    getStyleClass().add("plot-tile");
    var name = new Label(title);
    name.getStyleClass().add("section-title");
    var tooltip = new Tooltip(lesson);
    tooltip.getStyleClass().add("lesson");
    name.setTooltip(tooltip);
    var said = new Label();
    said.getStyleClass().add("quiet");
    said.setWrapText(true);
    // The room is kept, so that nothing moves while the plot is pointed at.
    said.setMinHeight(WORDS_HEIGHT);
    said.setPrefHeight(WORDS_HEIGHT);
    said.setMaxHeight(WORDS_HEIGHT);
    said.setPrefWidth(0);
    said.setMaxWidth(Double.MAX_VALUE);
    said.setAlignment(Pos.TOP_LEFT);
    said.textProperty().bind(words.map(now -> now.isEmpty() ? hint : now.replace("\n", "   ")));
    VBox.setVgrow(plot, Priority.ALWAYS);
    plot.setMinHeight(150);
    plot.setPrefHeight(210);
    getChildren().addAll(name, plot, said);
  }
}
