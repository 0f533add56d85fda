package kelvin.experiment.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kelvin.experiment.measure.Confidence;

/// The items of an evaluation as rows of a table, for CSV and for spreadsheets.
public final class EvaluationTable {

  private static final List<String> FIRST =
      List.of(
          "place",
          "x",
          "y",
          "choice",
          "right",
          "labelMass",
          "maximum",
          "margin",
          "entropy",
          "normalized",
          "shortened");

  private EvaluationTable() {}

  /// The headings: those of JSON, then a column for the share of each label.
  public static List<String> columns(Evaluation evaluation) {
    var columns = new ArrayList<>(FIRST);
    evaluation.labels().forEach(label -> columns.add("probability " + label));
    return columns;
  }

  /// A row for each item; a cell is a number or a text.
  public static Stream<List<Object>> rows(Evaluation evaluation) {
    return evaluation.items().stream().map(item -> row(evaluation, item));
  }

  private static List<Object> row(Evaluation evaluation, Evaluation.Item item) {
    var decision = item.decision();
    var choice = decision.choice();
    var confidence = Confidence.of(decision.shares());
    var row = new ArrayList<Object>();
    row.add(item.place());
    row.add(item.input());
    row.add(evaluation.right(item));
    row.add(choice.isPresent() ? evaluation.labels().get(choice.getAsInt()) : "");
    row.add(Boolean.toString(decision.isRight()));
    row.add(item.labelMass());
    row.add(confidence.maximum());
    row.add(confidence.margin());
    row.add(confidence.entropy());
    row.add(confidence.normalized());
    row.add(Boolean.toString(item.shortened()));
    row.addAll(decision.shares());
    return row;
  }
}
