package kelvin.ui.control;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

/// One sampling parameter: its name, a slider for rough changes and a field for exact values.
///
/// The field accepts any number in the range, even one that the slider cannot reach. `off` or an
/// empty field switches the parameter off. Input that is not accepted is marked and changes
/// nothing.
public final class ParameterSlider extends VBox {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /// The number of characters that the usual width of the field has room for.
  private static final int USUAL_DIGITS = 5;

  private static final double DIGIT_WIDTH = 7.25;
  private static final double FIELD_PADDING = 19;
  private static final double MAX_FIELD_WIDTH = 120;

  private final Parameter parameter;
  private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
  private final Slider slider = new Slider(0, 1, 0);
  private final TextField field = new TextField();
  private final Tooltip fieldTooltip = new Tooltip();
  private SliderScale scale;
  private boolean updating;
  private boolean justFocused;
  private final HBox head;
  private DoubleFunction<Optional<String>> check = _ -> Optional.empty();

  /// Describes the parameter of a slider.
  ///
  /// @param id for tests and styles, such as `temperature`
  /// @param name the name that the user sees
  /// @param off the value that switches the parameter off, which is also its default
  /// @param offText the text of the field at that value
  /// @param lesson what the parameter does, in two or three sentences
  public record Parameter(
      String id, String name, double min, double max, double off, String offText, String lesson) {

    /// The same parameter under another name.
    public Parameter named(String other) {
      return new Parameter(id, other, min, max, off, offText, lesson);
    }

    boolean takes(double value) {
      return value >= min && value <= max;
    }

    private String range() {
      if (Double.isInfinite(max)) {
        return Double.isInfinite(min) ? "a number" : "a number of " + written(min) + " or more";
      }
      return "a number between " + written(min) + " and " + written(max);
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
    // The stylesheet gives the usual width; a longer number makes the field wider.
    field.textProperty().subscribe(text -> field.setMinWidth(widthOf(text)));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    head = new HBox(label, space, field);
    head.getStyleClass().add("parameter-head");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, slider);

    slider.valueProperty().addListener((_, _, position) -> sliderMoved(position.doubleValue()));
    slider.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !Double.isNaN(parameter.off())) {
            value.set(parameter.off());
          }
        });
    value.addListener(_ -> show());
    field.setOnAction(_ -> commit());
    field.focusedProperty().addListener((_, _, focused) -> focusChanged(focused));
    // The click that focuses the field would clear the selection made on focus.
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
    value.set(Double.isNaN(parameter.off()) ? parameter.min() : parameter.off());
    show();
  }

  public DoubleProperty valueProperty() {
    return value;
  }

  /// Replaces the scale, for example for another vocabulary size.
  public void setScale(SliderScale scale) {
    this.scale = scale;
    show();
  }

  /// Adds a switch before the name and a menu after the field.
  public void surround(Node before, Node after) {
    head.getChildren().addFirst(before);
    head.getChildren().addLast(after);
  }

  /// The line with the name, by which the card can be dragged.
  public HBox head() {
    return head;
  }

  /// Shows or hides the slider; the field is always visible.
  public void showSlider(boolean shown) {
    slider.setVisible(shown);
    slider.setManaged(shown);
  }

  /// Sets a further check of a value in the range. It returns a sentence when the value is refused.
  public void setCheck(DoubleFunction<Optional<String>> check) {
    this.check = check;
  }

  private void sliderMoved(double position) {
    double wanted = scale.rounded(scale.toValue(position));
    if (!updating && check.apply(wanted).isEmpty()) {
      updating = true;
      value.set(wanted);
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
      if (Double.isNaN(parameter.off())) {
        mark("Not taken: type a number.");
        return;
      }
      value.set(parameter.off());
      show();
      return;
    }
    try {
      double number = Double.parseDouble(text.replace(',', '.'));
      if (!parameter.takes(number)) {
        mark("Not taken: type " + parameter.range() + ".");
        return;
      }
      var refusal = check.apply(number);
      if (refusal.isPresent()) {
        mark("Not taken: " + refusal.get() + ".");
        return;
      }
      value.set(number);
      show();
    } catch (NumberFormatException _) {
      mark("Not taken: type a number, such as " + written(Math.min(parameter.max(), 0.9)) + ".");
    }
  }

  /// @param problem why the input is not accepted, or null when it is
  private void mark(@Nullable String problem) {
    field.pseudoClassStateChanged(WRONG, problem != null);
    fieldTooltip.setText(
        problem == null
            ? "Type an exact value and press Enter; “off” switches it off."
            : problem + " The value is still " + written(value.get()) + ".");
  }

  private static double widthOf(String text) {
    return text.length() <= USUAL_DIGITS
        ? Region.USE_COMPUTED_SIZE
        : Math.min(MAX_FIELD_WIDTH, text.length() * DIGIT_WIDTH + FIELD_PADDING);
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
