package kelvin.ui.control;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One sampling parameter: its name, a slider to move it by feel and a field to set it exactly.
///
/// The field takes any number in the range, also one that the slider cannot reach; `off` or an
/// empty field switches the parameter off. What it cannot take it marks, and changes nothing.
public final class ParameterSlider extends VBox {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Parameter parameter;
  private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
  private final Slider slider = new Slider(0, 1, 0);
  private final TextField field = new TextField();
  private final Tooltip fieldTooltip = new Tooltip();
  private SliderScale scale;
  private boolean updating;
  private boolean justFocused;

  /// What the slider is about.
  ///
  /// @param id for tests and styles, such as `temperature`
  /// @param name as people read it
  /// @param off the value that switches it off, which is also its default
  /// @param offText what the field says then
  /// @param lesson what the parameter does, in two or three sentences
  public record Parameter(
      String id,
      String name,
      double least,
      double most,
      double off,
      String offText,
      String lesson) {

    boolean takes(double value) {
      return value >= least && value <= most;
    }
  }

  public ParameterSlider(Parameter parameter, SliderScale scale) {
    this.parameter = parameter;
    this.scale = scale;
    getStyleClass().addAll("parameter-slider", parameter.id());
    var lesson = new Tooltip(parameter.lesson());
    lesson.getStyleClass().add("lesson");
    var label = new Label(parameter.name());
    label.setLabelFor(field);
    label.setTooltip(lesson);
    slider.setId(parameter.id() + "-slider");
    slider.setAccessibleText(parameter.name());
    slider.setTooltip(lesson);
    slider.setBlockIncrement(0.02);
    field.setId(parameter.id() + "-field");
    field.setAccessibleText(parameter.name() + ", exact value");
    field.setTooltip(fieldTooltip);
    field.setAlignment(Pos.CENTER_RIGHT);
    field.setPrefColumnCount(5);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(label, space, field);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, slider);

    slider.valueProperty().addListener((_, _, position) -> slid(position.doubleValue()));
    slider.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            value.set(parameter.off());
          }
        });
    value.addListener(_ -> show());
    field.setOnAction(_ -> commit());
    field.focusedProperty().addListener((_, _, focused) -> focusChanged(focused));
    // The click that gives the focus would undo the selection made on focus.
    field.setOnMouseReleased(
        _ -> {
          if (justFocused && field.getSelection().getLength() == 0) {
            field.selectAll();
          }
          justFocused = false;
        });
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            show();
          }
        });
    value.set(parameter.off());
    show();
  }

  public DoubleProperty valueProperty() {
    return value;
  }

  /// Lays the range anew, as for another vocabulary size.
  public void setScale(SliderScale scale) {
    this.scale = scale;
    show();
  }

  private void slid(double position) {
    if (!updating) {
      updating = true;
      value.set(scale.rounded(scale.toValue(position)));
      updating = false;
      showText();
    }
  }

  private void show() {
    if (!updating) {
      updating = true;
      slider.setValue(scale.toPosition(value.get()));
      updating = false;
    }
    showText();
  }

  private void showText() {
    field.setText(isOff() ? parameter.offText() : written(value.get()));
    mark(null);
  }

  private boolean isOff() {
    return value.get() == parameter.off() && !parameter.offText().isEmpty();
  }

  private void focusChanged(boolean focused) {
    justFocused = focused;
    if (focused) {
      field.selectAll();
    } else {
      commit();
    }
  }

  private void commit() {
    var text = field.getText().strip().toLowerCase(Locale.ROOT);
    if (text.equals(isOff() ? parameter.offText() : written(value.get()))) {
      return;
    }
    if (text.isEmpty() || text.equals("off")) {
      value.set(parameter.off());
      show();
      return;
    }
    try {
      double number = Double.parseDouble(text.replace(',', '.'));
      if (!parameter.takes(number)) {
        mark("between " + written(parameter.least()) + " and " + written(parameter.most()));
        return;
      }
      value.set(number);
      show();
    } catch (NumberFormatException _) {
      mark("a number, such as " + written(Math.min(parameter.most(), 0.9)));
    }
  }

  /// @param expected what would be right, or null when it is
  private void mark(@Nullable String expected) {
    field.pseudoClassStateChanged(WRONG, expected != null);
    fieldTooltip.setText(
        expected == null
            ? "Type an exact value and press Enter; “off” switches it off."
            : "Not taken: type " + expected + ". The value is still " + written(value.get()) + ".");
  }

  private static String written(double value) {
    if (Double.isInfinite(value)) {
      return "∞";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }
}
