package kelvin.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import kelvin.display.FigureLook;
import kelvin.ui.theme.ThemeStyle;
import org.jspecify.annotations.Nullable;

/// Asks which view to save or copy and in which format, size and theme, and shows a preview.
public final class ExportDialog extends Dialog<ExportDialog.Answer> {

  private static final ButtonType SAVE = new ButtonType("Save …", ButtonData.OK_DONE);
  private static final ButtonType COPY = new ButtonType("Copy", ButtonData.LEFT);
  /// The size of the preview.
  public static final double PREVIEW_WIDTH = 440;
  public static final double PREVIEW_HEIGHT = 300;

  private final ExportViewModel viewModel;
  private final ImageView preview = new ImageView();
  private Consumer<FigureLook> onPreview = _ -> {};

  /// The choices of the user.
  ///
  /// @param copy to the clipboard; otherwise to a file
  public record Answer(FigureOrder order, boolean copy) {}

  public ExportDialog(ExportViewModel viewModel, Window owner) {
    this.viewModel = viewModel;
    initOwner(owner);
    setTitle("Export");
    var pane = getDialogPane();
    ThemeStyle.match(pane, owner.getScene());
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

  /// Sets the receiver of every look to preview; it gets the current one at once.
  public void setOnPreview(Consumer<FigureLook> onPreview) {
    this.onPreview = onPreview;
    askForPreview();
  }

  /// Shows a preview of the figure.
  public void showPreview(Image image) {
    preview.setImage(image);
  }

  /// Shows why there is no such figure.
  public void showProblem(String sentence) {
    preview.setImage(null);
    viewModel.problemProperty().set(sentence);
  }

  private void askForPreview() {
    viewModel.order().map(FigureOrder::look).ifPresent(onPreview);
  }

  private Node content() {
    preview.setId("export-preview");
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
    var content = new HBox(new ExportChoices(viewModel), right);
    content.getStyleClass().add("export-content");
    return content;
  }

  /// Keeps the dialog open while a number is invalid, and says which one.
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
}
