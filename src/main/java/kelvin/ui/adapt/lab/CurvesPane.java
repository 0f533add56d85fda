package kelvin.ui.adapt.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.Adaptation;
import kelvin.ui.adapt.AdaptBand;
import kelvin.ui.adapt.AdaptCurves;
import kelvin.ui.adapt.AdaptMeasure;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.plot.sweep.CurvesPlot;

/// Layout and bindings of the curves: a measure of all methods against the number of examples. A
/// point on a curve stands for all its draws; it chooses the first of them.
final class CurvesPane extends VBox {

  private final ObjectProperty<AdaptMeasure> measure =
      new SimpleObjectProperty<>(this, "measure", AdaptMeasure.ACCURACY);
  private final ObjectProperty<AdaptBand> band =
      new SimpleObjectProperty<>(this, "band", AdaptBand.DRAWS);
  private final ObjectProperty<Optional<AdaptPoint>> chosen;
  private final CurvesPlot plot = new CurvesPlot();
  private Optional<Adaptation> shown = Optional.empty();

  /// True while the plot is told what is chosen.
  private boolean isTelling;

  /// @param chosen the point that is chosen
  /// @param onFollow gets a point that the user wants to follow
  CurvesPane(ObjectProperty<Optional<AdaptPoint>> chosen, Consumer<AdaptPoint> onFollow) {
    this.chosen = chosen;
    getStyleClass().add("items-pane");
    plot.setId("adapt-curves");
    plot.setPrefHeight(210);
    VBox.setVgrow(plot, Priority.ALWAYS);
    plot.selectedProperty().subscribe(point -> choose(point.intValue()));
    plot.setOnChoose(point -> first(point).ifPresent(onFollow));
    var words = new Label();
    words.setId("adapt-words");
    words.getStyleClass().add("quiet");
    words.setMinWidth(0);
    words
        .textProperty()
        .bind(
            plot.wordsProperty()
                .map(now -> now.isEmpty() ? "Point at a curve to read its numbers." : now));
    getChildren().addAll(switches(), plot, words);
    measure.subscribe((_, _) -> paint());
    band.subscribe((_, _) -> paint());
  }

  private HBox switches() {
    var measures =
        new ChoiceSwitch<>(
            measure,
            AdaptMeasure.ALL.stream()
                .map(
                    each ->
                        new Segment<>(
                            each,
                            "adapt-" + each.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            each.title(),
                            each.lesson()))
                .toList());
    measures.setId("adapt-measure");
    var bands =
        new ChoiceSwitch<>(
            band,
            List.of(
                new Segment<>(
                    AdaptBand.DRAWS,
                    "adapt-band-draws",
                    "Draws",
                    "The band goes from the worst draw of examples to the best one."),
                new Segment<>(
                    AdaptBand.INTERVAL,
                    "adapt-band-interval",
                    "95 %",
                    "The band is the interval of the mean accuracy for other test texts, by"
                        + " Wilson. Draws of examples are not in it.")));
    bands.setId("adapt-band");
    bands.visibleProperty().bind(measure.isEqualTo(AdaptMeasure.ACCURACY));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new HBox(measures, space, bands);
    line.getStyleClass().add("card-head");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  void show(Adaptation adaptation) {
    shown = Optional.of(adaptation);
    paint();
  }

  /// Keeps the chosen point in other pictures.
  private void paint() {
    isTelling = true;
    int selected = plot.selectedProperty().get();
    int lines = plot.lines();
    shown.ifPresent(
        adaptation -> plot.show(new AdaptCurves(adaptation).of(measure.get(), band.get())));
    if (plot.lines() == lines && selected >= 0) {
      plot.selectedProperty().set(selected);
    }
    isTelling = false;
  }

  private void choose(int point) {
    if (!isTelling) {
      chosen.set(first(point));
    }
  }

  private Optional<AdaptPoint> first(int point) {
    return shown
        .filter(_ -> point >= 0)
        .flatMap(
            adaptation ->
                new AdaptCurves(adaptation)
                    .measured(plot.lineOf(point), plot.columnOf(point)).stream().findFirst());
  }
}
