package kelvin.ui.evaluation.figure;

import java.util.ArrayList;
import java.util.List;
import kelvin.display.EvaluationPlot;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationTable;
import kelvin.experiment.measure.Confusion;
import kelvin.experiment.measure.Proportion;
import kelvin.experiment.measure.RiskCoverage;
import kelvin.ui.figure.NumberTable;
import kelvin.ui.plot.evaluation.HistogramPicture;

/// Makes tables of the items of an evaluation and of the points of its figure.
final class EvaluationNumbers {

  /// One heading for each kind of number; a row leaves empty what it does not have.
  private static final List<String> COLUMNS =
      List.of(
          "plot",
          "name",
          "rightLabel",
          "choice",
          "threshold",
          "coverage",
          "share",
          "count",
          "value",
          "low",
          "high");

  private static final Object NONE = NumberTable.NONE;

  private EvaluationNumbers() {}

  /// A row for each item, as `kelvin evaluate --csv` writes them.
  static NumberTable items(Evaluation evaluation) {
    return new NumberTable(
        EvaluationTable.columns(evaluation), () -> EvaluationTable.rows(evaluation));
  }

  /// A row for each measure, bin, threshold, cell and column of a figure.
  ///
  /// @param plots all of them or one; the measures are always there
  static NumberTable figure(Evaluation evaluation, EvaluationPlot plots) {
    return new NumberTable(
        COLUMNS,
        () ->
            EvaluationPlot.ALL.stream()
                .filter(
                    plot ->
                        plots == EvaluationPlot.ALL_PLOTS
                            || plot == EvaluationPlot.ALL_PLOTS
                            || plot == plots)
                .flatMap(plot -> rows(evaluation, plot).stream()));
  }

  /// The rows of one plot; for all plots, the measures of the whole.
  private static List<List<Object>> rows(Evaluation evaluation, EvaluationPlot plot) {
    return switch (plot) {
      case ALL_PLOTS -> measures(evaluation);
      case CONFUSION -> confusion(evaluation);
      case RELIABILITY -> reliability(evaluation);
      case RISK -> risk(evaluation);
      case SHARES -> histogram(plot, HistogramPicture.shares(evaluation.decisions()));
      case LABEL_MASS ->
          histogram(
              plot,
              HistogramPicture.labelMass(
                  evaluation.items().stream().map(Evaluation.Item::labelMass).toList()));
    };
  }

  /// The columns of a histogram that have items, from low to high.
  private static List<List<Object>> histogram(EvaluationPlot plot, HistogramPicture picture) {
    var rows = new ArrayList<List<Object>>();
    for (var column : picture.columns()) {
      if (column.up() > 0) {
        rows.add(column(plot, picture.names().up(), column.up(), column));
      }
      if (column.down() > 0) {
        rows.add(column(plot, picture.names().down(), column.down(), column));
      }
    }
    return rows;
  }

  private static List<Object> column(
      EvaluationPlot plot, String name, int count, HistogramPicture.Column column) {
    return List.of(
        plot.label(), name, NONE, NONE, NONE, NONE, NONE, count, NONE, column.from(), column.to());
  }

  private static List<List<Object>> measures(Evaluation evaluation) {
    var measures = evaluation.measures();
    var mass = evaluation.labelMass();
    var accuracy = measures.accuracy();
    return List.of(
        proportion("measure", "accuracy", List.of(NONE, NONE, NONE), accuracy),
        measure("logLoss", measures.logLoss()),
        measure("brier", measures.brier().score()),
        measure("ece", measures.reliability().error()),
        measure("labelMassMean", mass.mean()),
        measure("labelMassMin", mass.min()),
        measure("undecided", measures.undecided()));
  }

  private static List<Object> measure(String name, Object value) {
    return List.of("measure", name, NONE, NONE, NONE, NONE, NONE, NONE, value, NONE, NONE);
  }

  /// @param at the threshold, the coverage and the share that belong to the proportion
  private static List<Object> proportion(
      String plot, String name, List<Object> at, Proportion proportion) {
    var row = new ArrayList<Object>(List.of(plot, name, NONE, NONE));
    row.addAll(at);
    row.add(proportion.count());
    row.add(proportion.value());
    row.add(proportion.interval().low());
    row.add(proportion.interval().high());
    return row;
  }

  /// The value is the share of right choices in a bin.
  private static List<List<Object>> reliability(Evaluation evaluation) {
    var rows = new ArrayList<List<Object>>();
    var bins = evaluation.measures().reliability().bins();
    for (int i = 0; i < bins.size(); i++) {
      var bin = bins.get(i);
      if (bin.count() > 0) {
        var name = i / 10.0 + " to " + (i + 1) / 10.0;
        var at = List.<Object>of(NONE, NONE, bin.confidence());
        rows.add(proportion("reliability", name, at, bin.accuracy()));
      }
    }
    return rows;
  }

  /// The value is the risk: the share of wrong choices of those taken at a threshold.
  private static List<List<Object>> risk(Evaluation evaluation) {
    return RiskCoverage.of(evaluation.decisions()).points().stream()
        .map(
            point ->
                proportion(
                    "risk",
                    "",
                    List.of(point.threshold(), point.coverage(), NONE),
                    point.errors()))
        .toList();
  }

  private static List<List<Object>> confusion(Evaluation evaluation) {
    var rows = new ArrayList<List<Object>>();
    var labels = evaluation.labels();
    var confusion = Confusion.of(evaluation.decisions(), labels.size());
    for (int right = 0; right < labels.size(); right++) {
      for (int choice = 0; choice < labels.size(); choice++) {
        int count = confusion.count(right, choice);
        rows.add(
            List.of(
                "confusion",
                "",
                labels.get(right),
                labels.get(choice),
                NONE,
                NONE,
                NONE,
                count,
                NONE,
                NONE,
                NONE));
      }
    }
    return rows;
  }
}
