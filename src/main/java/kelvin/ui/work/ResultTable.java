package kelvin.ui.work;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// A table of results, in the order in which they are given unless the user may sort it. Enter or a
/// double click takes a row.
public final class ResultTable<R> extends TableView<R> {

  public ResultTable(Consumer<R> onTake) {
    getStyleClass().add("items-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setMinHeight(60);
    setOnMouseClicked(
        event -> {
          var chosen = getSelectionModel().getSelectedItem();
          if (event.getClickCount() == 2 && chosen != null) {
            onTake.accept(chosen);
          }
        });
    setOnKeyPressed(
        event -> {
          var chosen = getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            onTake.accept(chosen);
            event.consume();
          }
        });
  }

  /// Lets the user sort the rows by any column, with a click on its head.
  public void makeSortable() {
    getColumns().forEach(column -> column.setSortable(true));
  }

  /// Replaces the rows, in the order that the user chose.
  public void showSorted(List<R> rows) {
    getItems().setAll(rows);
    sort();
  }

  /// Sets the sentence that stands in the place of rows.
  public void say(String sentence) {
    var label = new Label(sentence);
    label.getStyleClass().add("quiet");
    setPlaceholder(label);
  }

  public void show(List<R> rows) {
    getItems().setAll(rows);
  }

  /// Adds a column of texts, which gets the room that is left.
  public void text(String name, String lesson, Function<R, String> value) {
    var column = new TableColumn<R, String>();
    head(column, name, lesson);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    getColumns().add(column);
  }

  /// Adds a column of numbers.
  ///
  /// @return its head, whose words may change
  public Label number(
      String name,
      String lesson,
      double width,
      ToDoubleFunction<R> value,
      DoubleFunction<String> words) {
    var column = new TableColumn<R, Double>();
    var head = head(column, name, lesson);
    column.getStyleClass().add("number-column");
    column.setPrefWidth(width);
    column.setMaxWidth(width * 1.5);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Double item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null || item.isNaN() ? null : words.apply(item));
              }
            });
    getColumns().add(column);
    return head;
  }

  private static Label head(TableColumn<?, ?> column, String name, String lesson) {
    var head = new Label(name);
    var tooltip = new Tooltip(lesson);
    tooltip.getStyleClass().add("lesson");
    head.setTooltip(tooltip);
    column.setGraphic(head);
    column.setSortable(false);
    column.setReorderable(false);
    return head;
  }
}
