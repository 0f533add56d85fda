package kelvin.ui.lab.common;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of a list of finished results: Delete removes one, and a button below
/// brings it back.
///
/// @param <T> the results
public abstract class ResultListPane<T> extends VBox {

  private final ResultList<T> results;
  private final ResultWords words;
  private final ListView<T> list = new ListView<>();
  private final HBox head;

  /// @param titles gives the name of a result
  /// @param cells makes the cells of the list
  protected ResultListPane(
      ResultList<T> results,
      ResultWords words,
      Function<T, String> titles,
      Supplier<ListCell<T>> cells) {
    this.results = results;
    this.words = words;
    getStyleClass().addAll("card", "card-content");
    var title = new Label(words.several().toUpperCase(Locale.ROOT));
    title.getStyleClass().add("section-title");
    head = new HBox(title);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    fillList(cells);
    getChildren().addAll(head, list, removedLine(titles));
  }

  private void fillList(Supplier<ListCell<T>> cells) {
    list.setId(words.several());
    list.setAccessibleText(
        words.several().substring(0, 1).toUpperCase(Locale.ROOT) + words.several().substring(1));
    list.setTooltip(
        new Tooltip(
            "The " + words.several() + " of this " + words.keeper() + "; Delete removes one."));
    list.getStyleClass().add("sweep-list");
    list.setItems(results.results());
    list.setCellFactory(_ -> cells.get());
    var empty = new Label("No " + words.one() + " yet.");
    empty.getStyleClass().add("quiet");
    list.setPlaceholder(empty);
    list.setMinHeight(96);
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            results.removeSelected();
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    results.selectedProperty().subscribe(this::select);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            now -> {
              // Sorting clears the selection for a moment.
              if (now != null) {
                results.selectedProperty().set(now);
              }
            });
  }

  /// Puts a control at the right end of the heading.
  protected final void addToHead(Region control) {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    head.getChildren().addAll(space, control);
  }

  private void select(@Nullable T result) {
    if (result == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(result);
    }
  }

  /// A line about the last removed result, while it can be restored.
  private HBox removedLine(Function<T, String> titles) {
    var name = new Label();
    name.getStyleClass().add("quiet");
    name.textProperty()
        .bind(
            results
                .removedProperty()
                .map(removed -> removed.map(r -> "Removed: " + titles.apply(r)).orElse("")));
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var back = new Button("Bring back");
    back.setId(words.one() + "-bring-back");
    back.getStyleClass().add("quiet-button");
    back.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(
        back, "Puts the " + words.one() + " that was removed last into the list again.");
    back.setOnAction(_ -> results.bringBack());
    var line = new HBox(name, back);
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(name.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }
}
