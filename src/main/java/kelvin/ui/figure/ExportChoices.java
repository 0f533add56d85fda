package kelvin.ui.figure;

import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import kelvin.display.BarScale;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.ui.control.ChoiceWords;

/// The form of the export dialog, with a row for each choice.
final class ExportChoices extends GridPane {

  ExportChoices(ExportViewModel viewModel) {
    var views = viewModel.views().toArray(View[]::new);
    getStyleClass().add("export-choices");
    setMinWidth(USE_PREF_SIZE);
    row(
        "export-view",
        "View",
        choice(viewModel.viewProperty(), views, View::title),
        "Which of the pictures of the shown distribution.");
    row(
        "export-format",
        "Format",
        choice(viewModel.formatProperty(), FigureFormat.values(), FigureFormat::label),
        "PNG for slides; SVG, which stays sharp at any size, for print and for editing; CSV for a"
            + " spreadsheet; JSON for a program. The numbers are not rounded.");
    row(
        "export-theme",
        "Theme",
        choice(viewModel.themeProperty(), Theme.ALL.toArray(Theme[]::new), Theme::title),
        "The colours, and for a projector larger type and thicker lines.");
    row(
        "export-bars",
        "Bar range",
        choice(
            viewModel.barScaleProperty(),
            BarScale.ALL.toArray(BarScale[]::new),
            ExportChoices::words),
        "What a bar that fills its column stands for.");
    row(
        "export-rows",
        "Rows",
        field(viewModel.rowsProperty(), "as many as fit"),
        "How many tokens have a bar, or a row in a file of numbers; empty for as many as fit, and"
            + " for all of them in a file of numbers.");
    row(
        "export-width",
        "Width",
        field(viewModel.widthProperty(), ""),
        "In pixels; type keeps its size, so a narrow figure has larger type on a slide.");
    row(
        "export-height",
        "Height",
        field(viewModel.heightProperty(), "as needed"),
        "In pixels; empty for as high as the content needs.");
    var fineness =
        choice(viewModel.scaleProperty().asObject(), new Integer[] {1, 2, 3}, n -> n + "×");
    fineness.disableProperty().bind(viewModel.formatProperty().isNotEqualTo(FigureFormat.PNG));
    row(
        "export-scale",
        "Scale",
        fineness,
        "Pixels of a PNG for each of the figure’s own: 2× or 3× for print and fine screens.");
  }

  private static String words(BarScale scale) {
    return switch (scale) {
      case ABSOLUTE -> "0 to 1";
      case LARGEST -> "up to the largest bar";
      case LOGARITHMIC -> "log scale up to 1";
    };
  }

  private static <T> ChoiceBox<T> choice(
      Property<T> property, T[] values, Function<T, String> words) {
    var box = new ChoiceBox<T>();
    box.getItems().setAll(values);
    box.setConverter(new ChoiceWords<>(words));
    box.valueProperty().bindBidirectional(property);
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }

  private static TextField field(StringProperty text, String empty) {
    var field = new TextField();
    field.setPromptText(empty);
    field.textProperty().bindBidirectional(text);
    field.setPrefColumnCount(12);
    return field;
  }

  private void row(String id, String name, Control control, String lesson) {
    control.setId(id);
    control.setAccessibleText(name);
    var tooltip = new Tooltip(lesson);
    tooltip.getStyleClass().add("lesson");
    control.setTooltip(tooltip);
    var label = new Label(name);
    label.setLabelFor(control);
    label.setMinWidth(Label.USE_PREF_SIZE);
    addRow(getRowCount(), label, control);
  }
}
