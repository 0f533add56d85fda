package kelvin.ui.lab.common;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import kelvin.ui.control.ChoiceWords;

/// A form of named fields, one below the other, each with a tooltip.
public final class LabFields extends GridPane {

  private int rows;

  public LabFields() {
    getStyleClass().add("lab-fields");
    var fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(new ColumnConstraints(), fields);
  }

  public <T> ChoiceBox<T> choice(
      String id, String name, Property<T> property, List<T> values, Function<T, String> words) {
    var box = new ChoiceBox<T>();
    box.getStyleClass().add("lab-choice");
    box.getItems().setAll(values);
    box.setConverter(new ChoiceWords<>(words));
    box.valueProperty().bindBidirectional(property);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(0);
    row(id, name, box);
    return box;
  }

  public TextField field(String id, String name, StringProperty text, String empty) {
    var field = new TextField();
    field.getStyleClass().add("small-field");
    field.setPromptText(empty);
    field.textProperty().bindBidirectional(text);
    field.setMinWidth(0);
    row(id, name, field);
    return field;
  }

  /// Adds a row with a control.
  public void row(String id, String name, Control control) {
    control.setId(id);
    control.setAccessibleText(name);
    var label = new Label(name);
    label.getStyleClass().add("quiet");
    label.setLabelFor(control);
    label.setMinWidth(Label.USE_PREF_SIZE);
    label.visibleProperty().bind(control.visibleProperty());
    for (var part : List.of(label, control)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    // The grid's own row count ignores rows that are hidden now and may be shown later.
    addRow(rows++, label, control);
  }

  public static void teach(Control control, String lesson) {
    var tooltip = new Tooltip(lesson);
    tooltip.getStyleClass().add("lesson");
    control.setTooltip(tooltip);
  }
}
