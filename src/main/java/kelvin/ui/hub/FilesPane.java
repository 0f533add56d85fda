package kelvin.ui.hub;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.hub.Bytes;
import kelvin.hub.GraphChoice;
import kelvin.hub.RemoteFile;

/// The precisions of the repository that is looked at, and the files of the chosen one.
final class FilesPane extends VBox {

  private static final double ROW = 26;

  private final BrowseViewModel viewModel;
  private final Label name = new Label();
  private final Label sum = new Label();
  private final TableView<GraphChoice> graphs = new TableView<>();
  private final TableView<RemoteFile> files = new TableView<>();

  FilesPane(BrowseViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("hub-files");
    name.setId("hub-repository");
    name.getStyleClass().add("hub-title");
    sum.setId("hub-sum");
    sum.getStyleClass().add("quiet");
    sum.setWrapText(true);
    sum.setMinHeight(USE_PREF_SIZE);
    prepare(
        graphs,
        "hub-graphs",
        "Precisions",
        "Each line is one export of the same model. Fewer bits take less memory and change the"
            + " probabilities a little.",
        List.of(
            column("Precision", 90, GraphChoice::precision),
            number("Size", each -> Bytes.of(each.bytes())),
            column("Graph", 190, each -> each.graph().path())));
    prepare(
        files,
        "hub-needed",
        "Files",
        "The files that the chosen graph needs: settings, tokenizer, license, graph and weights.",
        List.of(
            column("File", 210, RemoteFile::path),
            number("Size", each -> Bytes.of(each.size())),
            column("", 70, this::stateOf)));
    var nothing = new Label("Choose a model and show its files and sizes.");
    nothing.getStyleClass().add("quiet");
    graphs.setPlaceholder(nothing);
    files.setPlaceholder(new Label(""));
    graphs.setPrefHeight(7 * ROW);
    graphs.setMinHeight(4 * ROW);
    VBox.setVgrow(files, Priority.ALWAYS);
    VBox.setVgrow(graphs, Priority.SOMETIMES);
    graphs
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                viewModel.choiceProperty().set(Optional.of(chosen));
              }
            });
    viewModel.lookedProperty().subscribe(this::showRepository);
    viewModel.choiceProperty().subscribe(_ -> showFiles());
    getChildren().addAll(name, graphs, sum, files);
  }

  private static <T> void prepare(
      TableView<T> table,
      String id,
      String spoken,
      String teaching,
      List<TableColumn<T, String>> columns) {
    table.setId(id);
    table.getStyleClass().add("hub-table");
    table.setAccessibleText(spoken);
    table.setTooltip(OffersPane.lesson(teaching));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setMinHeight(3 * ROW);
    table.setMinWidth(0);
    table.getColumns().setAll(columns);
  }

  private static <T> TableColumn<T, String> column(
      String title, double width, Function<T, String> text) {
    var column = new TableColumn<T, String>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())).getReadOnlyProperty());
    return column;
  }

  private static <T> TableColumn<T, String> number(String title, Function<T, String> text) {
    var column = column(title, 80, text);
    column.getStyleClass().add("hub-number");
    return column;
  }

  private String stateOf(RemoteFile file) {
    return viewModel.lookedProperty().get().map(looked -> looked.present().state(file)).orElse("");
  }

  private void showRepository(Optional<Looked> looked) {
    graphs.getItems().setAll(looked.map(Looked::choices).orElse(List.of()));
    name.setText(looked.map(FilesPane::headingOf).orElse(""));
    showFiles();
  }

  private static String headingOf(Looked looked) {
    var listing = looked.listing();
    return listing.id() + (listing.license().isEmpty() ? "" : " · " + listing.license());
  }

  private void showFiles() {
    var looked = viewModel.lookedProperty().get();
    var choice = viewModel.choiceProperty().get();
    if (looked.isEmpty() || choice.isEmpty()) {
      files.getItems().clear();
      sum.setText("");
      return;
    }
    var plan = looked.get().plan(choice.get());
    graphs.getSelectionModel().select(choice.get());
    files.getItems().setAll(plan.files());
    sum.setText(
        plan.files().size()
            + " files, "
            + Bytes.of(plan.bytes())
            + " in all, "
            + Bytes.of(looked.get().missing(choice.get()))
            + " to fetch.");
  }
}
