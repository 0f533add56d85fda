package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kelvin.display.ProbabilityScale;
import kelvin.prompt.sweep.OrderFindings;
import kelvin.prompt.sweep.OrderFindings.OrderValue;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.Variant;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.sweep.DotPicture;
import kelvin.ui.plot.sweep.DotPicture.Dot;
import kelvin.ui.plot.sweep.DotPicture.Row;

/// Makes the strip of an order sweep: a dot for each order, with the best and the worst named.
final class OrderDots {

  private OrderDots() {}

  /// An order and its value.
  private record Order(Variant variant, double value) {}

  static SweepPicture picture(SweepResult result, ProbabilityScale wanted) {
    var scale = SweepScale.of(result, wanted);
    var findings = OrderFindings.of(result.outcomes());
    var orders =
        findings.orders().stream()
            .map(order -> new Order(order.variant(), value(result, order, scale)))
            .sorted(Comparator.comparingDouble(order -> -order.value()))
            .toList();
    var dots = new ArrayList<Dot>();
    for (int i = 0; i < orders.size(); i++) {
      var value = Numbers.probability(orders.get(i).value());
      boolean last = i == orders.size() - 1;
      var mark = i == 0 ? "best " + value : last ? "worst " + value : "";
      var words = "order " + orders.get(i).variant().name() + ": " + value;
      dots.add(new Dot(orders.get(i).value(), words, mark));
    }
    return new SweepPicture(
        new SweepPicture.Plotted.Dots(
            new DotPicture(unit(result, scale), scale, List.of(new Row("", dots)))),
        orders.stream().map(Order::variant).toList(),
        findings.sentences());
  }

  /// The mean over the test inputs.
  private static double value(SweepResult result, OrderValue order, ProbabilityScale scale) {
    return result.outcomes().stream()
        .filter(outcome -> outcome.variant().order().equals(order.variant().order()))
        .mapToDouble(outcome -> value(result, outcome, scale))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /// The unit of a dot plot's values.
  static String unit(SweepResult result, ProbabilityScale scale) {
    var what = scale == ProbabilityScale.SHARE ? "share" : "probability";
    var whose =
        result.hasAnswer()
            ? "the right answer"
            : "“" + VisibleText.of(result.labels().getFirst()) + "”";
    var among = scale == ProbabilityScale.SHARE && result.hasAnswer() ? " among the labels" : "";
    return SweepScale.unit(what + " of " + whose + among, scale);
  }

  /// The value of a single prompt. The first label is followed if no right answer is known.
  static double value(SweepResult result, VariantOutcome outcome, ProbabilityScale scale) {
    if (scale == ProbabilityScale.SHARE) {
      return result.hasAnswer()
          ? outcome.answerShare().orElse(Double.NaN)
          : outcome.shares().getFirst();
    }
    return result.hasAnswer()
        ? outcome.answerProbability().orElse(Double.NaN)
        : StrictMath.exp(outcome.logProbabilities().getFirst());
  }
}
