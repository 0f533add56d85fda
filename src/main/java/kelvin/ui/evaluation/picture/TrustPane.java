package kelvin.ui.evaluation.picture;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.RiskCoverage;
import kelvin.text.Count;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.evaluation.RiskPicture;
import kelvin.ui.plot.evaluation.RiskPlot;

/// Tells when to trust a choice: the errors among the surest choices, with a threshold to drag.
public final class TrustPane extends VBox {

  private final StringProperty wantedError;
  private final RiskPlot plot = new RiskPlot();
  private final Label meaning = new Label();
  private final Label wanted = new Label();
  private RiskCoverage curve = RiskPicture.EMPTY.curve();

  /// @param wantedError the wanted share of errors in percent, as typed
  /// @param threshold of the shares that are trusted; NaN until a usual one is chosen
  public TrustPane(StringProperty wantedError, DoubleProperty threshold) {
    this.wantedError = wantedError;
    getStyleClass().add("trust-pane");
    plot.setId("evaluation-risk");
    plot.setMinHeight(170);
    plot.setPrefHeight(300);
    VBox.setVgrow(plot, Priority.ALWAYS);
    meaning.setId("evaluation-threshold");
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    wanted.setId("evaluation-wanted");
    wanted.getStyleClass().add("quiet");
    wanted.setWrapText(true);
    wanted.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(meaning, plot, field(), wanted);
    plot.thresholdProperty().bindBidirectional(threshold);
    plot.thresholdProperty().subscribe(now -> say(now.doubleValue()));
    wantedError.subscribe(typed -> want(typed, false));
  }

  public void show(Evaluation evaluation) {
    var other = RiskCoverage.of(evaluation.decisions());
    if (other.equals(curve) && !Double.isNaN(plot.thresholdProperty().get())) {
      return;
    }
    curve = other;
    plot.show(new RiskPicture(curve));
    plot.thresholdProperty().set(usual());
    want(wantedError.get(), false);
  }

  /// The threshold for the wanted errors; without one, that of the surer half.
  private double usual() {
    return WantedError.parse(wantedError.get()).stream()
        .mapToObj(curve::forRisk)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> curve.points().stream().filter(point -> point.coverage() >= 0.5).findFirst())
        .map(this::shortThreshold)
        .orElse(1.0);
  }

  /// The shortest number that takes the same items.
  private double shortThreshold(RiskCoverage.Point point) {
    return new RiskPicture(curve).thresholdOf(curve.points().indexOf(point));
  }

  private WantedErrorField field() {
    var field =
        new WantedErrorField(
            "evaluation-wanted-error",
            wantedError,
            "The share of wrong choices among those taken. Enter moves the threshold there.");
    field.setOnEnter(() -> want(wantedError.get(), true));
    return field;
  }

  /// Says what a threshold means for the one who has to do with the texts.
  private void say(double threshold) {
    if (Double.isNaN(threshold)) {
      return;
    }
    var at = curve.at(threshold);
    int taken = at.map(point -> point.errors().count()).orElse(0);
    int wrong = at.map(point -> point.errors().successes()).orElse(0);
    var start = "Trust every choice with a share of at least " + Numbers.plain(threshold) + ": ";
    meaning.setText(
        taken == 0
            ? start + "none is that sure, so every text is left to a person."
            : start
                + String.format(
                    Locale.ROOT,
                    "%s of %s %s decided, %s of them wrongly (%.1f %%, 95 %% interval %.1f to %.1f"
                        + " %%); %s left to a person.",
                    Count.of(taken),
                    texts(curve.count()),
                    taken == 1 ? "is" : "are",
                    wrong == 0 ? "none" : Count.of(wrong),
                    100.0 * wrong / taken,
                    100 * at.orElseThrow().errors().interval().low(),
                    100 * at.orElseThrow().errors().interval().high(),
                    curve.count() - taken == 1
                        ? "1 is"
                        : Count.of(curve.count() - taken) + " are"));
  }

  private static String texts(int count) {
    return count == 1 ? "1 text" : Count.of(count) + " texts";
  }

  private void want(String typed, boolean moves) {
    var risk = WantedError.parse(typed);
    if (risk.isEmpty()) {
      wanted.setText(WantedError.PROBLEM);
      return;
    }
    var point = curve.forRisk(risk.getAsDouble());
    if (point.isEmpty()) {
      wanted.setText("No threshold has so few errors: the surest choices are wrong more often.");
      return;
    }
    if (moves) {
      plot.thresholdProperty().set(shortThreshold(point.get()));
    }
    wanted.setText(
        String.format(
            Locale.ROOT,
            "The threshold %s decides the most texts with so few errors: %s (%.1f %%). It was"
                + " chosen on these same texts, so others often have more errors. The tab Correct"
                + " chooses it on the train part.",
            Numbers.plain(shortThreshold(point.get())),
            Count.of(point.get().errors().count()),
            100 * point.get().coverage()));
  }
}
