package kelvin.ui.evaluation;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationNotes;
import kelvin.experiment.measure.Decision;
import kelvin.experiment.measure.Measures;
import kelvin.text.VisibleText;
import kelvin.ui.control.Metric;
import kelvin.ui.control.Numbers;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.evaluation.picture.ShownMeasure;

/// The accuracy in large type, then the other measures, then what the numbers do not show.
final class Headline extends VBox {

  private final Label accuracy = new Label();
  private final Label interval = new Label();
  private final Label chance = new Label();
  private final StringProperty logLoss = new ReadOnlyStringWrapper("");
  private final StringProperty brier = new ReadOnlyStringWrapper("");
  private final StringProperty error = new ReadOnlyStringWrapper("");
  private final StringProperty mass = new ReadOnlyStringWrapper("");
  private final StringProperty smallest = new ReadOnlyStringWrapper("");
  private final VBox notes = new VBox();

  Headline() {
    getStyleClass().add("headline");
    accuracy.setId("evaluation-accuracy");
    accuracy.getStyleClass().add("headline-number");
    accuracy.setMinWidth(Region.USE_PREF_SIZE);
    var lesson = new Tooltip(ShownMeasure.ACCURACY.lesson());
    lesson.getStyleClass().add("lesson");
    accuracy.setTooltip(lesson);
    interval.setId("evaluation-interval");
    interval.setTooltip(lesson);
    interval.setWrapText(true);
    chance.setId("evaluation-chance");
    chance.getStyleClass().add("quiet");
    chance.setWrapText(true);
    var words = new VBox(interval, chance);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var first = new HBox(accuracy, words);
    first.getStyleClass().add("headline-line");
    first.setAlignment(Pos.CENTER_LEFT);
    notes.setId("evaluation-result-notes");
    notes.getStyleClass().add("findings");
    notes.managedProperty().bind(notes.visibleProperty());
    getChildren().addAll(first, metrics(), notes);
  }

  private FlowPane metrics() {
    var pane =
        new FlowPane(
            new Metric(
                "evaluation-log-loss", "Log loss", "nats", ShownMeasure.LOG_LOSS.lesson(), logLoss),
            new Metric("evaluation-brier", "Brier score", "", ShownMeasure.BRIER.lesson(), brier),
            new Metric(
                "evaluation-ece",
                "Calibration error",
                "",
                ShownMeasure.CALIBRATION_ERROR.lesson(),
                error),
            new Metric(
                "evaluation-mass",
                "Mean label mass",
                "%",
                "The probability of all labels together. The rest lies on other texts, which no"
                    + " share shows.",
                mass),
            new Metric(
                "evaluation-least-mass",
                "Smallest label mass",
                "%",
                "The smallest label mass of an item.",
                smallest));
    pane.getStyleClass().add("metrics");
    return pane;
  }

  void show(Evaluation evaluation, Measures measures) {
    accuracy.setText(MeasureWords.percent(measures.accuracy().value()));
    interval.setText(MeasureWords.accuracy(measures.accuracy()));
    chance.setText(baseline(evaluation));
    show(measures, evaluation);
    var sentences = EvaluationNotes.sentences(evaluation);
    notes.getChildren().clear();
    for (var sentence : sentences) {
      var label = new Label(sentence);
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      notes.getChildren().add(label);
    }
    notes.setVisible(!sentences.isEmpty());
  }

  private void show(Measures measures, Evaluation evaluation) {
    logLoss.set(MeasureWords.number(measures.logLoss()));
    brier.set(MeasureWords.number(measures.brier().score()));
    error.set(MeasureWords.number(measures.reliability().error()));
    var labelMass = evaluation.labelMass();
    mass.set(Numbers.percent(labelMass.mean()));
    smallest.set(Numbers.percent(labelMass.min()));
  }

  /// The accuracy of a choice without looking: always the most frequent right label.
  private static String baseline(Evaluation evaluation) {
    var decisions = evaluation.decisions();
    var counts = new int[evaluation.labels().size()];
    decisions.stream().mapToInt(Decision::right).forEach(label -> counts[label]++);
    int best = 0;
    for (int label = 1; label < counts.length; label++) {
      best = counts[label] > counts[best] ? label : best;
    }
    return "Always “%s” would be right in %s."
        .formatted(
            VisibleText.of(evaluation.labels().get(best)),
            MeasureWords.percent((double) counts[best] / decisions.size()));
  }
}
