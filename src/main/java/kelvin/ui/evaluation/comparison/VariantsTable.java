package kelvin.ui.evaluation.comparison;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import kelvin.experiment.measure.Measures;
import kelvin.ui.evaluation.picture.ComparisonWords;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.evaluation.run.EvaluatedRun;
import org.jspecify.annotations.Nullable;

/// The variants, a row for each. Enter or a double click makes one an evaluation of its own.
final class VariantsTable extends TableView<VariantRow> {

  private static final String EMPTY =
      "No variant yet. Each becomes a row with its measures, and says whether chance explains the"
          + " difference.";

  VariantsTable(ObservableList<VariantRow> rows, Consumer<EvaluatedRun> onOpen) {
    setId("evaluation-variant-rows");
    setAccessibleText("Variants");
    getStyleClass().add("items-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    var empty = new Label(EMPTY);
    empty.getStyleClass().add("quiet");
    empty.setWrapText(true);
    setPlaceholder(empty);
    setMinHeight(120);
    setTooltip(new Tooltip("Enter or a double click lists a variant among the evaluations."));
    var sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    getColumns().setAll(columns());
    setRowFactory(
        _ -> {
          var row = new TableRow<VariantRow>();
          row.setOnMouseClicked(
              event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                  onOpen.accept(row.getItem().run());
                }
              });
          return row;
        });
    setOnKeyPressed(
        event -> {
          var chosen = getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            onOpen.accept(chosen.run());
            event.consume();
          }
        });
  }

  private static List<TableColumn<VariantRow, ?>> columns() {
    return List.of(
        text("Varied", VariantRow::kindWords, 102),
        text("Variant", VariantRow::name, 100),
        number("Accuracy", row -> row.accuracy().value(), MeasureWords::percent),
        number("Log loss", Measures::logLoss, MeasureWords::number),
        number("Brier", row -> row.brier().score(), MeasureWords::number),
        number("ECE", row -> row.reliability().error(), MeasureWords::number),
        text("Against this", row -> ComparisonWords.brief(row.against()), 130));
  }

  private static TableColumn<VariantRow, String> text(
      String name, Function<VariantRow, String> value, double width) {
    var column = new TableColumn<VariantRow, String>(name);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setMinWidth(width);
    return column;
  }

  private static TableColumn<VariantRow, Double> number(
      String name, ToDoubleFunction<Measures> value, Function<Double, String> words) {
    var column = new TableColumn<VariantRow, Double>(name);
    column.getStyleClass().add("number-column");
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue().run().measures())));
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Double item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
              }
            });
    column.setPrefWidth(72);
    column.setMinWidth(58);
    return column;
  }
}
