package kelvin.ui.evaluation.picture;

import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Confusion;
import kelvin.experiment.measure.Measures;
import kelvin.ui.plot.evaluation.ConfusionPicture;
import kelvin.ui.plot.evaluation.ConfusionPlot;
import kelvin.ui.plot.evaluation.HistogramPicture;
import kelvin.ui.plot.evaluation.HistogramPlot;
import kelvin.ui.plot.evaluation.ReliabilityPicture;
import kelvin.ui.plot.evaluation.ReliabilityPlot;

/// The errors and the calibration of an evaluation at a glance, in one or two columns.
public final class OverviewPane extends ScrollPane {

  /// The width from which two plots stand side by side.
  private static final double TWO = 560;

  /// Opens a cell of the confusion matrix.
  public interface OnCell {

    /// @param right the right label, 0-based
    /// @param choice the chosen label, 0-based
    void open(int right, int choice);
  }

  private final GridPane grid = new GridPane();
  private final ConfusionPlot confusion = new ConfusionPlot();
  private final ReliabilityPlot reliability = new ReliabilityPlot();
  private final HistogramPlot shares = new HistogramPlot();
  private final HistogramPlot mass = new HistogramPlot();

  /// @param onCell gets the cell of the confusion matrix that is opened
  public OverviewPane(OnCell onCell) {
    setId("evaluation-overview");
    getStyleClass().add("column-scroll");
    setFitToWidth(true);
    setFitToHeight(true);
    setFocusTraversable(false);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(grid);
    grid.getStyleClass().add("plot-grid");
    confusion.setId("evaluation-confusion");
    reliability.setId("evaluation-reliability");
    shares.setId("evaluation-shares");
    mass.setId("evaluation-masses");
    confusion.setOnChoose(cell -> onCell.open(confusion.rightOf(cell), confusion.choiceOf(cell)));
    confusion.setOnMouseClicked(
        event -> {
          int cell = confusion.selectedProperty().get();
          // The plot takes a click on a cell, and lets others pass.
          if (event.isConsumed() && event.getButton() == MouseButton.PRIMARY && cell >= 0) {
            onCell.open(confusion.rightOf(cell), confusion.choiceOf(cell));
          }
        });
    grid.getChildren()
        .setAll(
            new PlotTile(
                "CONFUSION",
                "A row for each right label, a column for each choice. The diagonal is right.",
                confusion,
                confusion.wordsProperty(),
                "Point at a cell to read it; a click or Enter lists its items."),
            new PlotTile(
                "RELIABILITY",
                "The share of the choices against how often they are right, in ten bins. Honest"
                    + " shares lie on the diagonal; below it the model is surer than it is right.",
                reliability,
                reliability.wordsProperty(),
                "Point at a bin to read it."),
            new PlotTile(
                "SHARES OF THE CHOICES",
                "The shares of the chosen labels: right choices upward, wrong ones downward.",
                shares,
                shares.wordsProperty(),
                "Point at a column to read it."),
            new PlotTile(
                "LABEL MASS",
                "The probability of all labels together. What is left of it lies on other texts.",
                mass,
                mass.wordsProperty(),
                "Point at a column to read it."));
    widthProperty().map(width -> width.doubleValue() >= TWO).subscribe(this::place);
  }

  private void place(boolean two) {
    grid.getColumnConstraints().clear();
    for (int i = 0; i < (two ? 2 : 1); i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(two ? 50 : 100);
      grid.getColumnConstraints().add(column);
    }
    grid.getRowConstraints().clear();
    for (int i = 0; i < grid.getChildren().size(); i++) {
      GridPane.setConstraints(grid.getChildren().get(i), two ? i % 2 : 0, two ? i / 2 : i);
      GridPane.setVgrow(grid.getChildren().get(i), Priority.ALWAYS);
    }
    for (int i = 0; i < (two ? 2 : 4); i++) {
      var row = new RowConstraints();
      row.setVgrow(Priority.ALWAYS);
      grid.getRowConstraints().add(row);
    }
  }

  public void show(Evaluation evaluation, Measures measures) {
    var decisions = evaluation.decisions();
    var labels = evaluation.labels();
    confusion.show(new ConfusionPicture(labels, Confusion.of(decisions, labels.size())));
    reliability.show(ReliabilityPicture.of(measures.reliability()));
    shares.show(HistogramPicture.shares(decisions));
    mass.show(
        HistogramPicture.labelMass(
            evaluation.items().stream().map(Evaluation.Item::labelMass).toList()));
  }
}
