package kelvin.ui.evaluation.item;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.evaluation.picture.OpeningTable;
import kelvin.ui.evaluation.picture.TableColumns;
import org.jspecify.annotations.Nullable;

/// The items as a table. Enter or a double click opens one.
final class ItemsTable extends OpeningTable<ItemRow> {

  /// Longer texts are cut in the tooltip.
  private static final int MAX_TOOLTIP = 600;

  /// @param onOpen gets the place of the item, 0-based
  ItemsTable(IntConsumer onOpen) {
    super(row -> onOpen.accept(row.index()));
    setId("evaluation-items");
    setAccessibleText("Items");
    setPlaceholder(new Label("No item is like this."));
    getColumns().setAll(columns());
  }

  @Override
  protected TableRow<ItemRow> row() {
    return new Row();
  }

  /// Shows other rows in the order that the user chose.
  void show(List<ItemRow> rows) {
    var sorted = new SortedList<>(FXCollections.observableArrayList(rows));
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  private static List<TableColumn<ItemRow, ?>> columns() {
    var mark = text("", "Right or wrong.", ItemRow::mark, 30);
    mark.setMaxWidth(30);
    mark.setResizable(false);
    var text = text("Text", "The input of the item.", ItemRow::text, 220);
    text.setMinWidth(110);
    var right = text("Right", "The right label.", ItemRow::right, 76);
    right.setMinWidth(70);
    right.setMaxWidth(180);
    var choice = text("Choice", "The label with the largest share.", ItemRow::choice, 76);
    choice.setMinWidth(70);
    choice.setMaxWidth(180);
    return List.of(
        mark,
        text,
        right,
        choice,
        number("Share", "The share of the choice among the labels.", ItemRow::share),
        number(
            "Mass",
            "The probability of all labels together, before any normalisation.",
            ItemRow::labelMass),
        number("Margin", "The largest share less the second.", row -> row.sure().margin()),
        number(
            "1 − H",
            "1 less the entropy of the shares over ln n: 0 for equal shares, 1 for a sure choice.",
            row -> row.sure().entropy()),
        number(
            "Surplus",
            "(largest share − 1/n) / (1 − 1/n): 0 for equal shares, 1 for a sure choice.",
            row -> row.sure().normalized()));
  }

  private static TableColumn<ItemRow, String> text(
      String name, String lesson, Function<ItemRow, String> value, double width) {
    var column = TableColumns.text(name, lesson, value);
    column.setPrefWidth(width);
    return column;
  }

  private static TableColumn<ItemRow, Double> number(
      String name, String lesson, ToDoubleFunction<ItemRow> value) {
    var column = TableColumns.number(name, lesson, value, MeasureWords::share);
    column.setPrefWidth(66);
    column.setMinWidth(60);
    // The text gets the room of a wide window.
    column.setMaxWidth(84);
    return column;
  }

  private static final class Row extends TableRow<ItemRow> {
    @Override
    protected void updateItem(@Nullable ItemRow item, boolean empty) {
      super.updateItem(item, empty);
      setTooltip(empty || item == null ? null : tooltip(item));
    }

    private static Tooltip tooltip(ItemRow row) {
      var text = row.item().input();
      boolean isLong = text.codePointCount(0, text.length()) > MAX_TOOLTIP;
      var tooltip =
          new Tooltip(
              row.item().place()
                  + "\n"
                  + (isLong
                      ? text.substring(0, text.offsetByCodePoints(0, MAX_TOOLTIP)) + " …"
                      : text)
                  + (row.item().shortened() ? "\nShortened to fit the context." : ""));
      tooltip.getStyleClass().add("lesson");
      return tooltip;
    }
  }
}
