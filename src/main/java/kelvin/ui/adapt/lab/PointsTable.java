package kelvin.ui.adapt.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.AdaptWords;
import kelvin.experiment.adapt.Adaptation;
import kelvin.ui.control.Numbers;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.evaluation.picture.OpeningTable;
import kelvin.ui.evaluation.picture.TableColumns;

/// Every measured point as a row. Enter or a double click follows one.
final class PointsTable extends OpeningTable<AdaptPoint> {

  private final ObjectProperty<Optional<AdaptPoint>> chosen;

  /// True while other rows are put in.
  private boolean isFilling;

  /// @param chosen the point that is chosen, here or elsewhere
  PointsTable(ObjectProperty<Optional<AdaptPoint>> chosen, Consumer<AdaptPoint> onFollow) {
    super(onFollow);
    this.chosen = chosen;
    setId("adapt-points");
    setAccessibleText("Points");
    setPlaceholder(new Label("No point is measured yet."));
    getColumns().setAll(columns());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            now -> {
              if (!isFilling && now != null) {
                chosen.set(Optional.of(now));
              }
            });
    chosen.subscribe(now -> now.ifPresent(this::select));
  }

  private void select(AdaptPoint point) {
    if (!point.equals(getSelectionModel().getSelectedItem())) {
      getSelectionModel().select(point);
      scrollTo(point);
    }
  }

  private static List<TableColumn<AdaptPoint, ?>> columns() {
    var method =
        TableColumns.text("Method", "How it adapts.", (AdaptPoint p) -> p.method().label());
    method.setPrefWidth(120);
    method.setMinWidth(104);
    return List.of(
        method,
        number(
            "Examples",
            "The number of labelled examples.",
            66,
            AdaptPoint::examples,
            PointsTable::whole),
        number("Seed", "The seed of their draw.", 48, AdaptPoint::seed, PointsTable::whole),
        number(
            "Accuracy",
            "How often it is right on the test part.",
            66,
            point -> point.accuracy().value(),
            MeasureWords::percent),
        number(
            "Log loss", "In nats: less is better.", 64, AdaptPoint::logLoss, Numbers::probability),
        number(
            "Brier", "From 0 to 2: less is better.", 58, AdaptPoint::brier, Numbers::probability),
        number(
            "To adapt",
            "The time before the first answer.",
            80,
            point -> point.costs().adaptSeconds(),
            AdaptWords::seconds),
        number(
            "Answer",
            "The mean time of an answer.",
            74,
            point -> point.costs().answerSeconds(),
            AdaptWords::seconds));
  }

  private static String whole(double number) {
    return Long.toString(Math.round(number));
  }

  private static TableColumn<AdaptPoint, Double> number(
      String name,
      String lesson,
      double width,
      ToDoubleFunction<AdaptPoint> value,
      DoubleFunction<String> words) {
    var column = TableColumns.number(name, lesson, value, words);
    column.setPrefWidth(width);
    column.setMinWidth(width);
    return column;
  }

  /// Shows other points in the order that the user chose, and keeps the chosen one.
  void show(Adaptation adaptation) {
    isFilling = true;
    var sorted = new SortedList<>(FXCollections.observableArrayList(adaptation.points()));
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    chosen.get().ifPresent(this::select);
    isFilling = false;
  }
}
