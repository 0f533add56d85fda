package kelvin.ui.figure;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.display.BarScale;
import kelvin.display.FigureLook;
import kelvin.display.ProbabilityScale;
import kelvin.display.Shading;
import kelvin.display.Theme;
import kelvin.display.View;

/// The choices in the export dialog. They start from the window's state each time; nothing is
/// remembered.
public final class ExportViewModel {

  private static final int MIN_PIXELS = 200;

  private final ObjectProperty<View> view;
  private final ObjectProperty<FigureFormat> format =
      new SimpleObjectProperty<>(this, "format", FigureFormat.PNG);
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<BarScale> barScale;
  private final Optional<ProbabilityScale> probabilities;
  private final StringProperty width =
      new SimpleStringProperty(this, "width", Integer.toString(FigureLook.WIDTH));
  private final StringProperty height = new SimpleStringProperty(this, "height", "");
  private final StringProperty rows = new SimpleStringProperty(this, "rows", "");
  private final IntegerProperty scale = new SimpleIntegerProperty(this, "scale", 2);
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final Shading shading;
  private final List<View> views;

  /// @param start the current look of the window
  public ExportViewModel(FigureLook start) {
    this(start, View.ALL);
  }

  /// @param start the current look of the window
  /// @param views those that there are data for
  public ExportViewModel(FigureLook start, List<View> views) {
    this.views = List.copyOf(views);
    view = new SimpleObjectProperty<>(this, "view", start.view());
    theme = new SimpleObjectProperty<>(this, "theme", start.theme());
    barScale = new SimpleObjectProperty<>(this, "barScale", start.plots().scale());
    shading = start.plots().shading();
    probabilities = start.plots().probabilities();
  }

  /// The views to choose from.
  List<View> views() {
    return views;
  }

  /// The chosen order; empty, with a sentence in `problem`, while a number is invalid.
  public Optional<FigureOrder> order() {
    problem.set("");
    int wide = number("Width", width.get(), MIN_PIXELS, FigureSheet.MAX_PIXELS);
    int high =
        height.get().isBlank()
            ? 0
            : number("Height", height.get(), MIN_PIXELS, FigureSheet.MAX_PIXELS);
    int max = rows.get().isBlank() ? 0 : number("Rows", rows.get(), 1, Integer.MAX_VALUE);
    if (!problem.get().isEmpty()) {
      return Optional.empty();
    }
    var plots = new FigureLook.Plots(barScale.get(), max, shading, probabilities);
    var look = new FigureLook(view.get(), wide, high, theme.get(), plots);
    return Optional.of(new FigureOrder(look, format.get(), scale.get()));
  }

  private int number(String what, String text, int min, int max) {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException _) {
      // reported below
    }
    var range = max == Integer.MAX_VALUE ? "at least " + min : "from " + min + " to " + max;
    problem.set(what + " must be a whole number " + range + ".");
    return min;
  }

  public ObjectProperty<View> viewProperty() {
    return view;
  }

  public ObjectProperty<FigureFormat> formatProperty() {
    return format;
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public ObjectProperty<BarScale> barScaleProperty() {
    return barScale;
  }

  /// In pixels.
  public StringProperty widthProperty() {
    return width;
  }

  /// In pixels; empty for as high as the content needs.
  public StringProperty heightProperty() {
    return height;
  }

  /// The number of tokens with a bar or a row; empty for as many as fit, or all.
  public StringProperty rowsProperty() {
    return rows;
  }

  /// The pixels of a PNG for each pixel of the figure, 1 to 3.
  public IntegerProperty scaleProperty() {
    return scale;
  }

  /// The reason why a number is invalid, or empty.
  public StringProperty problemProperty() {
    return problem;
  }
}
