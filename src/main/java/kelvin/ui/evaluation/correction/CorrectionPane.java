package kelvin.ui.evaluation.correction;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.experiment.data.Pair;
import kelvin.text.Count;
import kelvin.ui.control.FocusPair;
import kelvin.ui.control.Sentences;
import kelvin.ui.evaluation.picture.MeasureTable;
import kelvin.ui.evaluation.picture.PlotTile;
import kelvin.ui.evaluation.picture.ProgressLine;
import kelvin.ui.evaluation.picture.WantedError;
import kelvin.ui.evaluation.picture.WantedErrorField;
import kelvin.ui.lab.common.LabFields;
import kelvin.ui.plot.evaluation.ReliabilityPicture;
import kelvin.ui.plot.evaluation.ReliabilityPlot;

/// Shows the lessons of the train part: a correction of the shares, a threshold for a wanted
/// error, and sets of labels; all judged on the test part.
public final class CorrectionPane extends ScrollPane {

  private static final String NO_TRAIN =
      "There is no train part to learn from. Split the data by chance or by a column (More"
          + " settings), or choose data with examples, and evaluate again.";

  private final CorrectionsViewModel corrections;
  private final Label intro = text("evaluation-fit-intro");
  private final HBox commands;
  private final VBox result = new VBox();
  private final WantedErrorField wanted;
  private final Label threshold = text("evaluation-train-threshold");

  public CorrectionPane(CorrectionsViewModel corrections) {
    this.corrections = corrections;
    getStyleClass().add("column-scroll");
    setFitToWidth(true);
    setFocusTraversable(false);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    result.getStyleClass().add("correction-result");
    commands = commands();
    wanted =
        new WantedErrorField(
            "evaluation-train-wanted-error",
            corrections.wantedErrorProperty(),
            "The share of wrong choices among those taken.");
    var content = new VBox(intro, commands);
    content.getStyleClass().add("correction-pane");
    content
        .getChildren()
        .addAll(
            ProgressLine.of("evaluation-fit-progress", corrections.progress()),
            Sentences.problem("evaluation-fit-problem", corrections.problemProperty()),
            result);
    setContent(content);
    corrections.trainProperty().subscribe(this::introduce);
    corrections.fittedProperty().subscribe(this::show);
    corrections.wantedErrorProperty().subscribe(_ -> sayThreshold());
  }

  private void introduce(Optional<List<Pair>> found) {
    int train = found.map(List::size).orElse(0);
    intro.setText(
        found.isEmpty()
            ? "Looking at the train part …"
            : train == 0
                ? NO_TRAIN
                : "The train part has "
                    + (train == 1 ? "1 pair" : Count.of(train) + " pairs")
                    + " that the prompt does not show. They are measured in the same way; then a"
                    + " temperature and a bias for each label are fitted on them and judged on the"
                    + " test part.");
    commands.setVisible(train > 0);
    commands.setManaged(train > 0);
  }

  private HBox commands() {
    var fit = new Button("Fit on the train part");
    fit.setId("evaluation-fit");
    fit.getStyleClass().addAll("transport-button", "primary");
    LabFields.teach(fit, "Measures the train part with the same prompt, then fits.");
    fit.disableProperty().bind(corrections.progress().runningProperty());
    fit.setOnAction(_ -> corrections.fit());
    var cancel = new Button("Cancel");
    cancel.setId("evaluation-fit-cancel");
    cancel.getStyleClass().add("transport-button");
    LabFields.teach(cancel, "Stops measuring; nothing is fitted.");
    cancel.disableProperty().bind(corrections.progress().runningProperty().not());
    FocusPair.join(fit, cancel, corrections.progress().runningProperty());
    cancel.setOnAction(_ -> corrections.cancel());
    var line = new HBox(fit, cancel);
    line.getStyleClass().add("transport");
    return line;
  }

  private void show(Optional<FittedRun> fitted) {
    result.getChildren().clear();
    fitted.ifPresent(this::show);
  }

  private void show(FittedRun fitted) {
    var table = new MeasureTable();
    table.setId("evaluation-corrected");
    table.show(
        List.of(
            new MeasureTable.Row("As the model says", fitted.before()),
            new MeasureTable.Row("With a temperature", fitted.temperature().after()),
            new MeasureTable.Row("With temperature and biases", fitted.whole().after())));
    var words = text("evaluation-fit-words");
    words.setText(fitted.fitWords());
    words.getStyleClass().add("quiet");
    var plot = new ReliabilityPlot();
    plot.setId("evaluation-corrected-reliability");
    plot.show(
        ReliabilityPicture.of(fitted.before().reliability(), fitted.whole().after().reliability()));
    var tile =
        new PlotTile(
            "RELIABILITY BEFORE AND AFTER",
            "The test part before and after the correction with temperature and biases.",
            plot,
            plot.wordsProperty(),
            "Point at a bin to read it.");
    var sets = text("evaluation-sets");
    sets.setText(fitted.setWords());
    result
        .getChildren()
        .setAll(
            title("CORRECTION, JUDGED ON THE TEST PART"),
            table,
            words,
            tile,
            title("THRESHOLD FOR A WANTED ERROR"),
            wanted,
            threshold,
            title("SETS OF LABELS THAT HOLD THE RIGHT ONE NINE TIMES IN TEN"),
            sets);
    sayThreshold();
  }

  private void sayThreshold() {
    var risk = WantedError.parse(corrections.wantedErrorProperty().get());
    corrections
        .fittedProperty()
        .get()
        .ifPresent(
            fitted ->
                threshold.setText(
                    risk.isPresent()
                        ? fitted.thresholdWords(risk.getAsDouble())
                        : WantedError.PROBLEM));
  }

  private static Label title(String text) {
    var title = new Label(text);
    title.getStyleClass().add("section-title");
    return title;
  }

  private static Label text(String id) {
    var label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
