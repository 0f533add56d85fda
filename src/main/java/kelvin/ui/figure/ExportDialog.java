package kelvin.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import kelvin.ui.control.BarScale;
import kelvin.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/// Asks which view to save or copy, in which format, size and theme, and shows how it will look.
public final class ExportDialog extends Dialog<ExportDialog.Answer> {

  private static final ButtonType SAVE = new ButtonType("Save …", ButtonData.OK_DONE);
  private static final ButtonType COPY = new ButtonType("Copy", ButtonData.LEFT);
  private static final double PREVIEW_WIDTH = 440;
  private static final double PREVIEW_HEIGHT = 300;

  private final ExportViewModel viewModel;
  private final GridPane grid = new GridPane();
  private final ImageView preview = new ImageView();
  private Consumer<FigureLook> onPreview = _ -> {};

  /// What the user wants.
  ///
  /// @param copy to the clipboard, or else into a file
  public record Answer(FigureOrder order, boolean copy) {}

  public ExportDialog(ExportViewModel viewModel, Window owner) {
    this.viewModel = viewModel;
    initOwner(owner);
    setTitle("Export");
    var pane = getDialogPane();
    Theme.match(pane, owner.getScene());
    pane.setContent(content());
    pane.getButtonTypes().setAll(COPY, SAVE, ButtonType.CANCEL);
    check(SAVE, "export-save");
    check(COPY, "export-copy");
    setResultConverter(this::answer);
    List<ObservableValue<?>> choices =
        List.of(
            viewModel.viewProperty(),
            viewModel.themeProperty(),
            viewModel.barScaleProperty(),
            viewModel.widthProperty(),
            viewModel.heightProperty(),
            viewModel.rowsProperty());
    choices.forEach(choice -> choice.addListener(_ -> askForPreview()));
  }

  /// Called with every look to preview, from now on.
  public void setOnPreview(Consumer<FigureLook> onPreview) {
    this.onPreview = onPreview;
    askForPreview();
  }

  /// Shows how the figure will look.
  public void showPreview(Image image) {
    preview.setImage(image);
  }

  /// Shows why there is no figure of that kind.
  public void showProblem(String sentence) {
    preview.setImage(null);
    viewModel.problemProperty().set(sentence);
  }

  private void askForPreview() {
    viewModel.order().map(FigureOrder::look).ifPresent(onPreview);
  }

  private Node content() {
    grid.getStyleClass().add("export-choices");
    choice(
            "export-view",
            "View",
            viewModel.viewProperty(),
            FigureView.values(),
            FigureView::label)
        .setTooltip(lesson("Which of the pictures."));
    choice(
        "export-format",
        "Format",
        viewModel.formatProperty(),
        FigureFormat.values(),
        FigureFormat::label);
    choice("export-theme", "Theme", viewModel.themeProperty(), Theme.values(), Theme::label);
    choice(
        "export-bars", "Full bar", viewModel.barScaleProperty(), BarScale.values(), this::barScale);
    field("export-width", "Width", "", viewModel.widthProperty(), "In pixels.");
    field(
        "export-height",
        "Height",
        "as needed",
        viewModel.heightProperty(),
        "In pixels; empty for as high as the content needs.");
    field(
        "export-rows",
        "Rows",
        "as many as fit",
        viewModel.rowsProperty(),
        "How many tokens have a bar, or a row in a file of numbers; empty for as many as fit, and"
            + " in a file of numbers for all.");
    var scale = viewModel.scaleProperty().asObject();
    var scaleBox = choice("export-scale", "Fineness", scale, new Integer[] {1, 2, 3}, n -> n + "×");
    scaleBox.disableProperty().bind(viewModel.formatProperty().isNotEqualTo(FigureFormat.PNG));
    preview.setPreserveRatio(true);
    preview.setFitWidth(PREVIEW_WIDTH);
    preview.setFitHeight(PREVIEW_HEIGHT);
    preview.setSmooth(true);
    var frame = new StackPane(preview);
    frame.getStyleClass().add("export-preview");
    frame.setMinSize(PREVIEW_WIDTH + 16, PREVIEW_HEIGHT + 16);
    var problem = new Label();
    problem.setId("export-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMaxWidth(PREVIEW_WIDTH);
    problem.textProperty().bind(viewModel.problemProperty());
    var right = new VBox(frame, problem);
    right.getStyleClass().add("export-side");
    var content = new HBox(grid, right);
    content.getStyleClass().add("export-content");
    return content;
  }

  private String barScale(BarScale scale) {
    return switch (scale) {
      case ABSOLUTE -> "is probability 1";
      case LARGEST -> "is the largest bar";
      case LOGARITHMIC -> "is 1 on a log scale";
    };
  }

  private <T> ChoiceBox<T> choice(
      String id, String name, Property<T> property, T[] values, Function<T, String> words) {
    var box = new ChoiceBox<T>();
    box.setId(id);
    box.getItems().setAll(values);
    box.setConverter(new Words<>(words));
    box.valueProperty().bindBidirectional(property);
    box.setMaxWidth(Double.MAX_VALUE);
    row(name, box);
    return box;
  }

  private void field(String id, String name, String empty, StringProperty text, String lesson) {
    var field = new TextField();
    field.setId(id);
    field.setPromptText(empty);
    field.setTooltip(new Tooltip(lesson));
    field.textProperty().bindBidirectional(text);
    row(name, field);
  }

  private void row(String name, Node control) {
    var label = new Label(name);
    label.setLabelFor(control);
    label.setMinWidth(Label.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), label, control);
  }

  /// With a number that makes no sense the dialog stays, and says which.
  private void check(ButtonType type, String id) {
    var button = (Button) getDialogPane().lookupButton(type);
    button.setId(id);
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          if (viewModel.order().isEmpty()) {
            event.consume();
          }
        });
  }

  private @Nullable Answer answer(ButtonType pressed) {
    if (pressed != SAVE && pressed != COPY) {
      return null;
    }
    Optional<FigureOrder> order = viewModel.order();
    return order.map(wanted -> new Answer(wanted, pressed == COPY)).orElse(null);
  }

  /// Choices in words; they are never typed.
  private static final class Words<T> extends StringConverter<T> {

    private final Function<T, String> words;

    Words(Function<T, String> words) {
      this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
      return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
      throw new UnsupportedOperationException("choices are not typed");
    }
  }
}
