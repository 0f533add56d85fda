package kelvin.ui.watch;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Sentences;

/// Layout and bindings of the watched tokens.
public final class WatchView extends VBox {

  /// Below this width the field for a token needs the room of the button.
  private static final double ROOM_FOR_CLEAR = 215;

  private final WatchViewModel viewModel;
  private final List<WatchRowView> rows = new ArrayList<>();
  private final VBox table = new VBox();

  /// The row that Tab comes to, 0-based.
  private int stop;

  public WatchView(WatchViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "card-content", "watch-view");
    setMinHeight(USE_PREF_SIZE);
    table.getStyleClass().add("watched");
    var scroll = new ScrollPane(table);
    scroll.getStyleClass().addAll("column-scroll", "watched-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    var problem = Sentences.of("watch-problem", "quiet", viewModel.problemProperty());
    var columns = columns();
    var hasRows = Bindings.isNotEmpty(viewModel.rows());
    for (Region part : List.of(columns, scroll)) {
      part.visibleProperty().bind(hasRows);
      part.managedProperty().bind(hasRows);
    }
    viewModel.rows().subscribe(this::show);
    viewModel.selectedProperty().subscribe(_ -> show());
    getChildren().addAll(head(), columns, scroll, problem);
  }

  private HBox head() {
    var title = new Label("WATCHED");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var field = new TextField();
    field.setId("watch-field");
    field.getStyleClass().add("small-field");
    field.setPromptText("token");
    field.setPrefColumnCount(8);
    field.setMinWidth(44);
    field.setAccessibleText("Token to watch");
    field.setTooltip(
        new Tooltip(
            "Type a word and press Enter to follow its rank and probabilities."
                + "\nWith and without a leading space are two tokens; both are shown."
                + "\nDrag a row onto another to count both as one."));
    // The message is about a word that was typed before.
    field.textProperty().subscribe((_, _) -> viewModel.forgetProblem());
    field.setOnAction(
        _ -> {
          viewModel.watch(field.getText());
          if (viewModel.problemProperty().get().isEmpty()) {
            field.clear();
          }
        });
    var clear = new Button("Clear");
    clear.setId("clear-watched");
    clear.getStyleClass().add("quiet-button");
    clear.setMinWidth(USE_PREF_SIZE);
    clear.setTooltip(new Tooltip("Follows no token any more."));
    clear.disableProperty().bind(Bindings.isEmpty(viewModel.rows()));
    clear.setOnAction(_ -> viewModel.clear());
    var head = new HBox(title, space, field, clear);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    // In a narrow column the rows are removed one by one.
    clear.visibleProperty().bind(head.widthProperty().greaterThan(ROOM_FOR_CLEAR));
    clear.managedProperty().bind(clear.visibleProperty());
    return head;
  }

  private static HBox columns() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var rank = new Label("rank");
    rank.getStyleClass().add("watched-rank");
    var probability = new Label("p at τ, %");
    probability.getStyleClass().add("watched-probability");
    probability.setTooltip(
        new Tooltip("The probability at the temperature, before anything is removed."));
    var columns = new HBox(space, rank, probability);
    columns.getStyleClass().addAll("watched-line", "watched-columns");
    return columns;
  }

  /// Rows that remain keep their node and so the focus.
  private void show() {
    var now = viewModel.rows();
    if (rows.size() != now.size()) {
      boolean hadFocus = rows.stream().anyMatch(WatchRowView::isFocusWithin);
      while (rows.size() > now.size()) {
        rows.removeLast();
      }
      while (rows.size() < now.size()) {
        int row = rows.size();
        var view = new WatchRowView(viewModel, row, this::focus);
        view.focusedProperty().subscribe((_, focused) -> stopWhere(focused, row));
        rows.add(view);
      }
      table.getChildren().setAll(rows);
      if (hadFocus) {
        focus(Math.max(0, viewModel.selectedProperty().get()));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(now.get(i), i == viewModel.selectedProperty().get());
    }
    stopAt(Math.clamp(stop, 0, Math.max(0, rows.size() - 1)));
  }

  private void stopWhere(boolean focused, int row) {
    if (focused) {
      stopAt(row);
    }
  }

  private void focus(int row) {
    if (row >= 0 && row < rows.size()) {
      stopAt(row);
      rows.get(row).requestFocus();
    }
  }

  /// Makes the table one stop of the Tab key; the arrow keys go from row to row.
  private void stopAt(int row) {
    stop = row;
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).setFocusTraversable(i == row);
    }
  }
}
