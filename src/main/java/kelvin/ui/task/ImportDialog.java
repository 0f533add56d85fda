package kelvin.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import kelvin.prompt.table.ExampleTable;
import kelvin.prompt.table.ImportedExamples;
import kelvin.prompt.table.TableFormat;
import kelvin.prompt.table.TableRow;
import kelvin.text.VisibleText;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.Sentences;
import kelvin.ui.theme.ThemeStyle;

/// Previews a table before the import: its first rows, the chosen columns, the format, and the rows
/// that are left out.
public final class ImportDialog extends Dialog<ButtonType> {

  private static final ButtonType ADD = new ButtonType("Add", ButtonData.OK_DONE);
  private static final ButtonType REPLACE = new ButtonType("Replace", ButtonData.LEFT);
  private static final int PREVIEW = 50;

  private final ImportViewModel viewModel;
  private final TableView<TableRow> preview = new TableView<>();
  private final ChoiceBox<Optional<TableFormat>> format = new ChoiceBox<>();
  private final ChoiceBox<Integer> input = new ChoiceBox<>();
  private final ChoiceBox<Integer> output = new ChoiceBox<>();
  private List<String> columns = List.of();
  private BiConsumer<ImportedExamples, Boolean> onTake = (_, _) -> {};

  public ImportDialog(ImportViewModel viewModel, Window owner) {
    this.viewModel = viewModel;
    initOwner(owner);
    setTitle("Import examples");
    setResizable(true);
    var pane = getDialogPane();
    ThemeStyle.match(pane, owner.getScene());
    pane.setContent(content());
    pane.getButtonTypes().setAll(REPLACE, ADD, ButtonType.CANCEL);
    name(ADD, "import-add", "Adds the examples behind those that there are.");
    name(REPLACE, "import-replace", "Takes them in place of the examples that there are.");
    viewModel.tableProperty().subscribe(this::showTable);
    // Enter and Space on the first button would replace examples.
    setOnShown(_ -> input.requestFocus());
    viewModel.warningsProperty().subscribe((_, _) -> fitHeight());
    viewModel.problemProperty().subscribe((_, _) -> fitHeight());
    setOnHidden(_ -> viewModel.stop());
    setResultConverter(
        pressed -> {
          if (pressed == ADD || pressed == REPLACE) {
            onTake.accept(viewModel.importedProperty().get(), pressed == REPLACE);
          }
          return pressed;
        });
  }

  /// Sets the receiver of the examples and of whether they replace the present ones.
  public void setOnTake(BiConsumer<ImportedExamples, Boolean> onTake) {
    this.onTake = onTake;
  }

  private void fitHeight() {
    var pane = getDialogPane();
    if (pane.getScene() != null && pane.getScene().getWindow() != null) {
      pane.getScene().getWindow().sizeToScene();
    }
  }

  private void name(ButtonType type, String id, String lesson) {
    if (getDialogPane().lookupButton(type) instanceof Button button) {
      button.setId(id);
      button.setTooltip(new Tooltip(lesson));
      viewModel
          .importedProperty()
          .subscribe(imported -> button.setDisable(imported.examples().isEmpty()));
    }
  }

  private Node content() {
    preview.setId("import-preview");
    preview.getStyleClass().add("import-preview");
    preview.setPrefSize(560, 210);
    // Warnings make the dialog higher, and never cut the last row of the preview.
    preview.setMinHeight(Region.USE_PREF_SIZE);
    preview.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    preview.setPlaceholder(new Label("No row to show."));
    format.setId("import-format");
    format.setPrefWidth(160);
    format.getItems().add(Optional.empty());
    for (var each : TableFormat.values()) {
      format.getItems().add(Optional.of(each));
    }
    format.setConverter(new ChoiceWords<>(this::formatName));
    format.valueProperty().bindBidirectional(viewModel.formatProperty());
    format.setTooltip(new Tooltip("The character between two cells."));
    var header = new CheckBox("First row is a header");
    header.setId("import-header");
    header.selectedProperty().bindBidirectional(viewModel.headerProperty());
    choice(input, "import-input", viewModel.inputProperty());
    choice(output, "import-output", viewModel.outputProperty());
    var counted = new Label();
    counted.setId("import-count");
    counted.textProperty().bind(viewModel.importedProperty().map(ImportDialog::count));
    var content =
        new VBox(
            line("Delimiter", format, header),
            line("x, the input", input, new Label("y, the answer"), output),
            preview,
            Sentences.problem("import-problem", viewModel.problemProperty()),
            Sentences.of("import-warnings", "quiet", viewModel.warningsProperty()),
            counted);
    content.getStyleClass().add("dialog-content");
    content.setPrefWidth(600);
    return content;
  }

  private String formatName(Optional<TableFormat> format) {
    return format
        .map(TableFormat::label)
        .orElseGet(
            () ->
                viewModel
                    .tableProperty()
                    .get()
                    .map(read -> read.source().format().label() + " (detected)")
                    .orElse("Detect"));
  }

  private void choice(ChoiceBox<Integer> box, String id, IntegerProperty column) {
    box.setId(id);
    box.setPrefWidth(160);
    box.setConverter(new ChoiceWords<>(index -> index < columns.size() ? columns.get(index) : ""));
    box.valueProperty()
        .subscribe(
            (_, chosen) -> {
              if (chosen != null) {
                column.set(chosen);
              }
            });
    column.subscribe(now -> box.setValue(now.intValue()));
  }

  private static HBox line(String name, Node... nodes) {
    var label = new Label(name);
    label.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(label);
    line.getChildren().addAll(nodes);
    line.getStyleClass().add("composer-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void showTable(Optional<ExampleTable> table) {
    // Rebuilds the names, because the first says which format was detected.
    format.setConverter(new ChoiceWords<>(this::formatName));
    columns = table.map(ExampleTable::columns).orElse(List.of());
    var places = IntStream.range(0, columns.size()).boxed().toList();
    for (var box : List.of(input, output)) {
      // A value of before the items would keep the box blank, because it does not change.
      box.setValue(null);
      box.getItems().setAll(places);
    }
    input.setValue(viewModel.inputProperty().get());
    output.setValue(viewModel.outputProperty().get());
    var shown = new ArrayList<TableColumn<TableRow, String>>();
    for (int place : places) {
      var column = new TableColumn<TableRow, String>(columns.get(place));
      column.setSortable(false);
      column.setCellValueFactory(
          row -> new ReadOnlyStringWrapper(visible(row.getValue().cells().get(place))));
      shown.add(column);
    }
    preview.getColumns().setAll(shown);
    preview.setItems(
        FXCollections.observableArrayList(
            table.map(read -> read.preview(PREVIEW)).orElse(List.of())));
  }

  private static String visible(String cell) {
    return cell.replace('\n', VisibleText.LINE_FEED).replace('\t', VisibleText.TAB);
  }

  private static String count(ImportedExamples imported) {
    int count = imported.examples().size();
    return count == 1 ? "1 example" : String.format(Locale.ROOT, "%,d examples", count);
  }
}
