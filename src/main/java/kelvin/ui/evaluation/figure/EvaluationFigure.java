package kelvin.ui.evaluation.figure;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.EvaluationPlot;
import kelvin.display.SheetLook;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationNotes;
import kelvin.experiment.measure.Confusion;
import kelvin.experiment.measure.RiskCoverage;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.figure.FigurePanel;
import kelvin.ui.figure.FigureSheet;
import kelvin.ui.plot.evaluation.ConfusionPicture;
import kelvin.ui.plot.evaluation.ConfusionPlot;
import kelvin.ui.plot.evaluation.HistogramPicture;
import kelvin.ui.plot.evaluation.HistogramPlot;
import kelvin.ui.plot.evaluation.ReliabilityPicture;
import kelvin.ui.plot.evaluation.ReliabilityPlot;
import kelvin.ui.plot.evaluation.RiskPicture;
import kelvin.ui.plot.evaluation.RiskPlot;
import kelvin.workspace.evaluation.EvaluationFile;

/// Writes an evaluation as a figure or as numbers.
///
/// @param plots all of them or one
/// @param threshold drawn in the plot of risk against coverage; NaN for none
public record EvaluationFigure(Evaluation evaluation, EvaluationPlot plots, double threshold) {

  /// From this width on, two plots are placed side by side.
  private static final double SIDE_BY_SIDE = 760;

  /// A confusion matrix of more labels takes the whole width.
  private static final int FEW_LABELS = 6;

  private static final double PLOT_HEIGHT = 320;
  private static final double HISTOGRAM_HEIGHT = 150;

  /// A figure of all plots, without a threshold.
  public static EvaluationFigure of(Evaluation evaluation) {
    return new EvaluationFigure(evaluation, EvaluationPlot.ALL_PLOTS, Double.NaN);
  }

  /// The same figure with one of the plots only, or with all.
  public EvaluationFigure with(EvaluationPlot wanted) {
    return new EvaluationFigure(evaluation, wanted, threshold);
  }

  /// The same figure with a threshold in the plot of risk against coverage; NaN for none.
  public EvaluationFigure at(double wanted) {
    return new EvaluationFigure(evaluation, plots, wanted);
  }

  /// Writes the complete file or changes nothing. Not on the FX thread. As CSV the numbers of the
  /// figure are written, as JSON the evaluation with all items.
  ///
  /// @param scale the scale of a PNG, 1 to 3
  /// @throws kelvin.ui.figure.FigureSizeException when the content exceeds the figure's size
  public void write(FigureMaker maker, SheetLook look, FigureFormat format, int scale, Path file)
      throws IOException {
    maker.write(() -> sheet(look), this::numbers, format, scale, file);
  }

  /// Writes a CSV table of the items, completely or not at all.
  void writeItems(FigureMaker maker, Path file) throws IOException {
    maker.write(
        EvaluationFigure::noSheet,
        (_, out) -> EvaluationNumbers.items(evaluation).writeCsv(out),
        FigureFormat.CSV,
        1,
        file);
  }

  private static FigureSheet noSheet() {
    throw new IllegalStateException("a table has no picture");
  }

  private void numbers(FigureFormat format, Writer out) throws IOException {
    if (format == FigureFormat.JSON) {
      out.write(EvaluationFile.text(evaluation));
    } else {
      EvaluationNumbers.figure(evaluation, plots).writeCsv(out);
    }
  }

  private FigureSheet sheet(SheetLook look) {
    var words = new EvaluationWords(evaluation);
    var content = new VBox(head(words));
    content.getStyleClass().add("figure-column");
    if (plots == EvaluationPlot.ALL_PLOTS) {
      addAll(content, look.width() / look.theme().magnification() >= SIDE_BY_SIDE);
    } else {
      content.getChildren().add(panel(plots));
    }
    return new FigureSheet(words.title(), words.caption(), content, look);
  }

  private Region head(EvaluationWords words) {
    var accuracy = new Label(words.accuracy());
    accuracy.getStyleClass().add("figure-headline");
    var head = new VBox(accuracy);
    if (plots == EvaluationPlot.ALL_PLOTS) {
      head.getChildren().add(new Label(words.measures()));
    }
    EvaluationNotes.sentences(evaluation).forEach(note -> head.getChildren().add(new Label(note)));
    head.getChildrenUnmodifiable().forEach(EvaluationFigure::wrap);
    head.getStyleClass().addAll("card", "card-content");
    return head;
  }

  private static void wrap(Node node) {
    var label = (Label) node;
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
  }

  private void addAll(VBox content, boolean wide) {
    var confusion = panel(EvaluationPlot.CONFUSION);
    var reliability = panel(EvaluationPlot.RELIABILITY);
    var risk = panel(EvaluationPlot.RISK);
    var shares = panel(EvaluationPlot.SHARES);
    var mass = panel(EvaluationPlot.LABEL_MASS);
    if (!wide) {
      content.getChildren().addAll(confusion, reliability, risk, shares, mass);
    } else if (evaluation.labels().size() <= FEW_LABELS) {
      var histograms = new VBox(shares, mass);
      histograms.getStyleClass().add("figure-column");
      content.getChildren().add(grid(confusion, histograms, reliability, risk));
    } else {
      content.getChildren().addAll(confusion, grid(reliability, risk, shares, mass));
    }
  }

  private List<Double> masses() {
    return evaluation.items().stream().map(Evaluation.Item::labelMass).toList();
  }

  private FigurePanel panel(EvaluationPlot wanted) {
    var panel =
        new FigurePanel(
            wanted.title(),
            "",
            switch (wanted) {
              case CONFUSION -> confusion();
              case RELIABILITY -> reliability();
              case RISK -> risk();
              case SHARES -> histogram(HistogramPicture.shares(evaluation.decisions()));
              case LABEL_MASS -> histogram(HistogramPicture.labelMass(masses()));
              case ALL_PLOTS -> throw new IllegalArgumentException("one panel has one plot");
            });
    VBox.setVgrow(panel, Priority.ALWAYS);
    return panel;
  }

  /// Parts of equal width, two in each row.
  private static GridPane grid(Region... parts) {
    var grid = new GridPane();
    grid.getStyleClass().add("figure-grid");
    for (int i = 0; i < 2; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(50);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < parts.length; i++) {
      grid.add(parts[i], i % 2, i / 2);
      GridPane.setVgrow(parts[i], Priority.ALWAYS);
    }
    VBox.setVgrow(grid, Priority.ALWAYS);
    return grid;
  }

  private ReliabilityPlot reliability() {
    var plot = new ReliabilityPlot();
    plot.show(ReliabilityPicture.of(evaluation.measures().reliability()));
    plot.setPrefHeight(PLOT_HEIGHT);
    return plot;
  }

  private RiskPlot risk() {
    var plot = new RiskPlot();
    plot.show(new RiskPicture(RiskCoverage.of(evaluation.decisions())));
    plot.thresholdProperty().set(threshold);
    plot.setPrefHeight(PLOT_HEIGHT);
    return plot;
  }

  private ConfusionPlot confusion() {
    var labels = evaluation.labels();
    var plot = new ConfusionPlot();
    plot.show(
        new ConfusionPicture(labels, Confusion.of(evaluation.decisions(), labels.size())));
    return plot;
  }

  private static HistogramPlot histogram(HistogramPicture picture) {
    var plot = new HistogramPlot();
    plot.show(picture);
    plot.setPrefHeight(HISTOGRAM_HEIGHT);
    return plot;
  }
}
