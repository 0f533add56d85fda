package kelvin.ui.evaluation.item;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Confidence;
import kelvin.text.VisibleText;

/// One item as a row of the table. What a row says is made when it is looked at.
///
/// @param index its place among the items, 0-based
/// @param text the input on one line
record ItemRow(Evaluation evaluation, int index, String text) {

  static List<ItemRow> of(Evaluation evaluation, ItemFilter filter) {
    return IntStream.range(0, evaluation.items().size())
        .filter(index -> filter.shows(evaluation.items().get(index).decision()))
        .mapToObj(
            index -> new ItemRow(evaluation, index, line(evaluation.items().get(index).input())))
        .toList();
  }

  Evaluation.Item item() {
    return evaluation.items().get(index);
  }

  /// The name of the right label.
  String right() {
    return VisibleText.of(evaluation.right(item()));
  }

  /// The name of the chosen label; empty if none is possible.
  String choice() {
    var choice = item().decision().choice();
    return choice.isPresent() ? VisibleText.of(evaluation.labels().get(choice.getAsInt())) : "";
  }

  Confidence sure() {
    return Confidence.of(item().decision().shares());
  }

  private static String line(String input) {
    return input.strip().replaceAll("\\s+", " ");
  }

  /// `✓` or `✗`, so that right and wrong differ without a colour.
  String mark() {
    return item().decision().isRight() ? "✓" : "✗";
  }

  double share() {
    return item().decision().confidence();
  }

  double labelMass() {
    return item().labelMass();
  }
}
