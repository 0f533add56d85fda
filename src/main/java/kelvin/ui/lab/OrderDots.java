package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import kelvin.prompt.sweep.OrderFindings;
import kelvin.prompt.sweep.OrderFindings.OrderValue;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.Variant;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.text.VisibleText;
import kelvin.ui.plot.sweep.DotPicture;
import kelvin.ui.plot.sweep.DotPicture.Dot;
import kelvin.ui.plot.sweep.DotPicture.Row;

/// Makes the strip of an order sweep: a dot for each order, with the best and the worst named.
final class OrderDots {

  private OrderDots() {}

  /// An order and its value.
  private record Order(Variant variant, double value) {}

  static SweepPicture picture(SweepResult result) {
    var findings = OrderFindings.of(result.outcomes());
    var orders =
        findings.orders().stream()
            .map(order -> new Order(order.variant(), value(result, order)))
            .sorted(Comparator.comparingDouble(order -> -order.value()))
            .toList();
    var dots = new ArrayList<Dot>();
    for (int i = 0; i < orders.size(); i++) {
      var value = String.format(Locale.ROOT, "%.3f", orders.get(i).value());
      boolean last = i == orders.size() - 1;
      var mark = i == 0 ? "best " + value : last ? "worst " + value : "";
      var words = "order " + orders.get(i).variant().name() + ": " + value;
      dots.add(new Dot(orders.get(i).value(), words, mark));
    }
    return new SweepPicture(
        new SweepPicture.Plotted.Dots(new DotPicture(unit(result), List.of(new Row("", dots)))),
        orders.stream().map(Order::variant).toList(),
        findings.sentences());
  }

  /// The first label is followed if no right answer is known.
  private static double value(SweepResult result, OrderValue order) {
    return result.hasAnswer()
        ? order.merit()
        : result.outcomes().stream()
            .filter(outcome -> outcome.variant().order().equals(order.variant().order()))
            .mapToDouble(outcome -> outcome.shares().getFirst())
            .average()
            .orElse(Double.NaN);
  }

  /// The unit of a dot plot's values.
  static String unit(SweepResult result) {
    if (!result.hasAnswer()) {
      return "share of “" + VisibleText.of(result.labels().getFirst()) + "”";
    }
    return result.labels().size() > 1
        ? "share of the right answer among the labels"
        : "probability of the right answer";
  }

  /// The value of a single prompt.
  static double value(SweepResult result, VariantOutcome outcome) {
    var merit =
        result.hasAnswer() ? outcome.merit() : OptionalDouble.of(outcome.shares().getFirst());
    return merit.orElse(Double.NaN);
  }
}
