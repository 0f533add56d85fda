package kelvin.ui.tuning;

import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.live.LiveState;
import kelvin.text.Count;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.evaluation.picture.PlotTile;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.lab.common.LabFields;
import kelvin.ui.lab.common.RemoveButton;
import kelvin.ui.plot.sweep.ShotsPlot;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the training that runs, or of the one that is selected: its curves, what
/// came out, and the next token before and now.
final class TuningResultPane extends StackPane {

  private static final String EMPTY =
      "Fine-tuning adapts the model to texts whose right labels are known. A head learns w on the"
          + " features φ; deeper, the weights θ themselves move, and the next token after the"
          + " playground’s prompt moves with them. Choose the data and press Fine-tune.";

  /// The width from which two plots stand side by side.
  private static final double TWO = 620;

  private final TuningViewModel tuning;
  private final TuningExports exports;
  private final Label title = new Label();
  private final Label conditions = new Label();
  private final Label accuracy = new Label();
  private final Label about = new Label();
  private final Label findings = new Label();
  private final Label forgetting = new Label();
  private final ShotsPlot losses = new ShotsPlot();
  private final ShotsPlot accuracies = new ShotsPlot();
  private final GridPane plots = new GridPane();
  private final PlotTile accuracyTile;
  private LiveState.@Nullable Curves shownCurves;

  TuningResultPane(TuningViewModel tuning, TuningExports exports) {
    this.tuning = tuning;
    this.exports = exports;
    getStyleClass().add("card");
    losses.setId("tuning-losses");
    accuracies.setId("tuning-accuracies");
    accuracyTile =
        new PlotTile(
            "ACCURACY",
            "How often the most probable label is right, on the fifth of the train part that is not"
                + " learned, before and after each epoch.",
            accuracies,
            accuracies.wordsProperty(),
            "On the part that says when to stop.");
    var lossTile =
        new PlotTile(
            "LOSS",
            "The mean loss on what is learned and on what is held out, before and after each epoch."
                + " Where the second rises again, the model learns by heart.",
            losses,
            losses.wordsProperty(),
            "Point at a curve to read its numbers.");
    accuracyTile.managedProperty().bind(accuracyTile.visibleProperty());
    plots.getStyleClass().add("plot-grid");
    plots.getChildren().addAll(lossTile, accuracyTile);
    var content =
        new VBox(
            head(), headline(), new TunedWeightsLine(tuning), plots, new NextTokenPane(tuning));
    content.getStyleClass().addAll("card-content");
    var scroll = new ScrollPane(content);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.viewportBoundsProperty().subscribe(now -> arrange(now.getWidth()));
    accuracyTile.visibleProperty().subscribe(_ -> arrange(scroll.getViewportBounds().getWidth()));
    getChildren().addAll(scroll, message(scroll));
    tuning.list().selectedProperty().subscribe(_ -> show());
    tuning.stateProperty().subscribe(_ -> show());
    tuning.progress().runningProperty().subscribe(_ -> show());
  }

  /// Puts the plots beside each other where there is room for both.
  private void arrange(double width) {
    boolean both = width >= TWO && accuracyTile.isVisible();
    GridPane.setConstraints(accuracyTile, both ? 1 : 0, both ? 0 : 1);
    var columns = new ArrayList<ColumnConstraints>();
    for (int i = 0; i < (both ? 2 : 1); i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(both ? 50 : 100);
      columns.add(column);
    }
    plots.getColumnConstraints().setAll(columns);
  }

  private Label message(ScrollPane content) {
    var message = new Label(EMPTY);
    message.setId("tuning-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    content
        .visibleProperty()
        .bind(tuning.list().selectedProperty().isNotNull().or(tuning.progress().runningProperty()));
    message.visibleProperty().bind(content.visibleProperty().not());
    return message;
  }

  private HBox head() {
    title.setId("tuning-title");
    title.getStyleClass().add("sweep-title");
    title.setMinWidth(0);
    conditions.setId("tuning-conditions");
    conditions.getStyleClass().add("quiet");
    conditions.setMinWidth(0);
    conditions.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(conditions, Priority.ALWAYS);
    var remove = new RemoveButton(tuning.list(), TunedRunsPane.WORDS);
    remove.disableProperty().bind(tuning.list().selectedProperty().isNull());
    var head = new HBox(title, conditions, exportMenu(), remove);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private MenuButton exportMenu() {
    var export = new MenuButton("Export");
    export.setId("tuning-export");
    export.getStyleClass().add("quiet-menu");
    export.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(export, "The curves as PNG or SVG, their numbers as CSV.");
    export.disableProperty().bind(tuning.list().selectedProperty().isNull());
    for (var format : TuningFigure.FORMATS) {
      var item = new MenuItem(format.label() + " …");
      item.setOnAction(_ -> export(format));
      export.getItems().add(item);
    }
    return export;
  }

  private void export(FigureFormat format) {
    var run = tuning.list().selectedProperty().get();
    if (run != null) {
      exports.export(run, format, getScene().getWindow());
    }
  }

  private VBox headline() {
    accuracy.setId("tuning-accuracy");
    accuracy.getStyleClass().add("headline-number");
    accuracy.setMinWidth(Label.USE_PREF_SIZE);
    about.setId("tuning-about");
    about.setWrapText(true);
    var line = new HBox(accuracy, about);
    line.getStyleClass().add("headline-line");
    line.setAlignment(Pos.CENTER_LEFT);
    findings.setId("tuning-findings");
    forgetting.setId("tuning-forgetting");
    for (var label : new Label[] {findings, forgetting}) {
      label.getStyleClass().add("quiet");
      label.setWrapText(true);
      label.setMinHeight(Label.USE_PREF_SIZE);
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
      label.managedProperty().bind(label.visibleProperty());
    }
    line.visibleProperty().bind(accuracy.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    var box = new VBox(line, findings, forgetting);
    box.getStyleClass().add("headline");
    return box;
  }

  private void show() {
    var selected = tuning.list().selectedProperty().get();
    if (tuning.progress().runningProperty().get() && selected == null) {
      showRunning();
    } else if (selected != null) {
      show(selected);
    }
  }

  private void showRunning() {
    title.setText(tuning.form().data().dataProperty().get().title());
    conditions.setText("running");
    accuracy.setText("");
    findings.setText("");
    forgetting.setText("");
    var curves = tuning.stateProperty().get().map(LiveState::curves).orElse(LiveState.Curves.NONE);
    show(curves, tuning.form().depthProperty().get() == Depth.HEAD);
  }

  private void show(TunedRun run) {
    title.setText(run.title());
    conditions.setText(run.base().name() + "  ·  " + run.conditions());
    accuracy.setText(run.accuracy());
    var before = run.before().measures().accuracy();
    about.setText(
        "right on the %s texts of the test part; %s before the training, by the labels’ probabilities"
            .formatted(Count.of(before.count()), MeasureWords.percent(before.value())));
    findings.setText(String.join(" ", run.findings()));
    forgetting.setText(run.forgetting());
    show(run.curves(), run.isHead());
  }

  /// Makes the pictures anew only if an epoch was added, not for each step.
  private void show(LiveState.Curves curves, boolean isHead) {
    if (!curves.equals(shownCurves)) {
      shownCurves = curves;
      var pictures = new TuningCurves(curves, isHead);
      losses.show(pictures.loss());
      accuracies.show(pictures.accuracy());
      accuracyTile.setVisible(!curves.accuracy().isEmpty());
    }
  }
}
