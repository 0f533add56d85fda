package kelvin.ui.control;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A number with its name above it and its unit in small, faint type after it.
public final class Metric extends VBox {

  /// @param id set on the number, for tests
  /// @param lesson what the number means
  public Metric(String id, String name, String unit, String lesson, ObservableValue<String> value) {
    this(id, name, new ReadOnlyStringWrapper(unit), lesson, value);
  }

  /// @param unit that the user can change
  public Metric(
      String id,
      String name,
      ObservableValue<String> unit,
      String lesson,
      ObservableValue<String> value) {
    getStyleClass().add("metric");
    var title = new Label(name);
    title.getStyleClass().add("metric-name");
    var number = new Label();
    number.setId(id);
    number.getStyleClass().add("metric-value");
    number.textProperty().bind(value);
    number.setMinWidth(USE_PREF_SIZE);
    var unitLabel = new Label();
    unitLabel.textProperty().bind(unit);
    unitLabel.getStyleClass().add("metric-unit");
    var line = new HBox(number, unitLabel);
    line.getStyleClass().add("metric-line");
    var tooltip = new Tooltip(lesson);
    tooltip.getStyleClass().add("lesson");
    title.setTooltip(tooltip);
    number.setTooltip(tooltip);
    getChildren().addAll(title, line);
  }
}
