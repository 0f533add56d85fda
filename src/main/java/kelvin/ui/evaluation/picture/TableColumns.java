package kelvin.ui.evaluation.picture;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Makes columns of tables. A click on a heading sorts, and its tooltip says what the column is.
public final class TableColumns {

  private TableColumns() {}

  public static <R> TableColumn<R, String> text(
      String name, String lesson, Function<R, String> value) {
    var column = new TableColumn<R, String>();
    head(column, name, lesson);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    return column;
  }

  /// @param words says a number; the column is sorted by the number itself
  public static <R> TableColumn<R, Double> number(
      String name, String lesson, ToDoubleFunction<R> value, DoubleFunction<String> words) {
    var column = new TableColumn<R, Double>();
    head(column, name, lesson);
    column.getStyleClass().add("number-column");
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Double item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
              }
            });
    return column;
  }

  private static void head(TableColumn<?, ?> column, String name, String lesson) {
    var head = new Label(name);
    var tooltip = new Tooltip(lesson + " A click sorts by it.");
    tooltip.getStyleClass().add("lesson");
    head.setTooltip(tooltip);
    column.setGraphic(head);
  }
}
