package kelvin.ui.evaluation.item;

import java.util.ArrayList;
import java.util.List;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Confidence;
import kelvin.text.VisibleText;

/// One item as a row of the table.
///
/// @param index its place among the items, 0-based
/// @param right the name of the right label
/// @param choice the name of the chosen label; empty if none is possible
record ItemRow(int index, Evaluation.Item item, String right, String choice, Confidence sure) {

  static List<ItemRow> of(Evaluation evaluation, ItemFilter filter) {
    var rows = new ArrayList<ItemRow>();
    for (int i = 0; i < evaluation.items().size(); i++) {
      var item = evaluation.items().get(i);
      if (filter.shows(item.decision())) {
        var choice = item.decision().choice();
        rows.add(
            new ItemRow(
                i,
                item,
                VisibleText.of(evaluation.right(item)),
                choice.isPresent()
                    ? VisibleText.of(evaluation.labels().get(choice.getAsInt()))
                    : "",
                Confidence.of(item.decision().shares())));
      }
    }
    return rows;
  }

  String text() {
    return VisibleText.of(item.input());
  }

  /// `✓` or `✗`, so that right and wrong differ without a colour.
  String mark() {
    return item.decision().isRight() ? "✓" : "✗";
  }

  double share() {
    return item.decision().confidence();
  }

  double rightShare() {
    return item.decision().rightShare();
  }

  double labelMass() {
    return item.labelMass();
  }
}
