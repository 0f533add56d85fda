package kelvin.ui.evaluation.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import kelvin.ui.evaluation.picture.ComparisonWords;
import kelvin.ui.evaluation.picture.OpeningTable;
import kelvin.ui.evaluation.picture.ShownMeasure;
import kelvin.ui.evaluation.picture.TableColumns;
import kelvin.ui.evaluation.run.EvaluatedRun;

/// The variants, a row for each. Enter or a double click makes one an evaluation of its own.
final class VariantsTable extends OpeningTable<VariantRow> {

  private static final String EMPTY =
      "No variant yet. Each becomes a row with its measures, and says whether chance explains the"
          + " difference.";

  VariantsTable(ObservableList<VariantRow> rows, Consumer<EvaluatedRun> onOpen) {
    super(row -> onOpen.accept(row.run()));
    setId("evaluation-variant-rows");
    setAccessibleText("Variants");
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
  }

  private static List<TableColumn<VariantRow, ?>> columns() {
    var columns = new ArrayList<TableColumn<VariantRow, ?>>();
    columns.add(
        text("Varied", "The part of the prompt that is varied.", VariantRow::kindWords, 102));
    columns.add(text("Variant", "The name of the variant.", VariantRow::name, 100));
    ShownMeasure.ALL.forEach(measure -> columns.add(number(measure)));
    columns.add(
        text(
            "Against this",
            "The difference to the evaluation on show: how many more or fewer are right, and"
                + " whether chance explains it.",
            row -> ComparisonWords.brief(row.against()),
            138));
    return columns;
  }

  private static TableColumn<VariantRow, String> text(
      String name, String lesson, Function<VariantRow, String> value, double width) {
    var column = TableColumns.text(name, lesson, value);
    column.setPrefWidth(width);
    column.setMinWidth(width);
    return column;
  }

  private static TableColumn<VariantRow, Double> number(ShownMeasure measure) {
    var column =
        TableColumns.<VariantRow>number(
            measure.heading(),
            measure.lesson(),
            row -> measure.of(row.run().measures()),
            measure::words);
    column.setPrefWidth(Math.max(60, 9 * measure.heading().length()));
    column.setMinWidth(58);
    return column;
  }
}
