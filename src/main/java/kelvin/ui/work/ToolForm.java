package kelvin.ui.work;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import kelvin.ui.control.FocusPair;

/// Makes the line of fields and buttons above the result of a tool.
public final class ToolForm {

  private ToolForm() {}

  public static FlowPane line(List<? extends Node> nodes) {
    var line = new FlowPane();
    line.getChildren().setAll(nodes);
    line.getStyleClass().add("map-tools");
    return line;
  }

  /// A field behind its name.
  ///
  /// @param after stands behind the field, such as a unit
  public static HBox field(
      String id, String name, String after, StringProperty text, double width, String lesson) {
    return field(id, name, after, text, "", width, lesson);
  }

  /// A field behind its name, which may stay empty.
  ///
  /// @param usual stands in the empty field and says what that means
  public static HBox field(
      String id,
      String name,
      String after,
      StringProperty text,
      String usual,
      double width,
      String lesson) {
    var field = new TextField();
    field.setId(id);
    field.getStyleClass().add("small-field");
    field.setAccessibleText(name);
    field.setPromptText(usual);
    field.setPrefWidth(width);
    field.textProperty().bindBidirectional(text);
    teach(field, lesson);
    var label = new Label(name);
    label.getStyleClass().add("quiet");
    label.setLabelFor(field);
    var unit = new Label(after);
    unit.getStyleClass().add("quiet");
    var box = new HBox(6, label, field, unit);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /// A button that begins the work, beside one that stops it.
  public static HBox buttons(
      String id, String name, String lesson, ToolRun run, Runnable start, Runnable stop) {
    return buttons(id, name, lesson, run.runningProperty(), start, stop);
  }

  /// A button that begins the work, beside one that stops it.
  ///
  /// @param running true while there is work to stop
  public static HBox buttons(
      String id,
      String name,
      String lesson,
      ReadOnlyBooleanProperty running,
      Runnable start,
      Runnable stop) {
    var begin = button(id, name, lesson);
    begin.getStyleClass().add("primary");
    begin.setOnAction(_ -> start.run());
    begin.disableProperty().bind(running);
    var cancel = button(id + "-cancel", "Cancel", "Stops; what was found until then stays.");
    cancel.setOnAction(_ -> stop.run());
    cancel.disableProperty().bind(running.not());
    FocusPair.join(begin, cancel, running);
    return new HBox(8, begin, cancel);
  }

  public static Button button(String id, String name, String lesson) {
    var button = new Button(name);
    button.setId(id);
    button.getStyleClass().add("transport-button");
    button.setMinWidth(Control.USE_PREF_SIZE);
    teach(button, lesson);
    return button;
  }

  public static void teach(Control control, String lesson) {
    var tooltip = new Tooltip(lesson);
    tooltip.getStyleClass().add("lesson");
    control.setTooltip(tooltip);
  }
}
