package kelvin.prompt.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.prompt.Spellings;

/// The findings of an order sweep: the best and the worst order, and the effects of the order
/// alone.
///
/// @param orders the value of each order, the best first if right answers are known
/// @param majority the effect of the most common label among the examples; empty if the labels are
///     balanced
/// @param recency the difference between a label's share when the last example has the label and
///     when it does not, mean over the labels; empty if it cannot be computed
public record OrderFindings(
    List<OrderValue> orders, Optional<Majority> majority, OptionalDouble recency) {

  public OrderFindings {
    orders = List.copyOf(orders);
  }

  /// The value of an order over all test inputs.
  ///
  /// @param merit the mean of `VariantOutcome.merit`, NaN if no right answer is known
  /// @param globalEntropy the entropy of the chosen labels over the test inputs, nats
  /// @param localEntropy the entropy of the labels' shares, mean over the test inputs, nats
  public record OrderValue(
      Variant variant, double merit, double globalEntropy, double localEntropy) {}

  /// The most common label among the examples.
  ///
  /// @param examples the number of the `shots` with this label
  /// @param chosen the number of the `prompts` in which it was chosen
  public record Majority(String label, int examples, int shots, int chosen, int prompts) {}

  /// @param outcomes the outcomes of an order sweep, at least one
  public static OrderFindings of(List<VariantOutcome> outcomes) {
    var byOrder = new LinkedHashMap<List<Integer>, List<VariantOutcome>>();
    for (var outcome : outcomes) {
      byOrder.computeIfAbsent(outcome.variant().order(), _ -> new ArrayList<>()).add(outcome);
    }
    var values =
        byOrder.values().stream()
            .map(OrderFindings::value)
            .sorted(Comparator.comparingDouble(value -> -value.merit()))
            .toList();
    return new OrderFindings(values, majority(outcomes), recency(outcomes));
  }

  private static OrderValue value(List<VariantOutcome> outcomes) {
    var shares = outcomes.stream().map(VariantOutcome::shares).toList();
    double merit =
        outcomes.stream()
            .map(VariantOutcome::merit)
            .flatMapToDouble(OptionalDouble::stream)
            .average()
            .orElse(Double.NaN);
    // With one label there is no spread.
    boolean several = outcomes.stream().allMatch(outcome -> outcome.shares().size() > 1);
    return new OrderValue(
        outcomes.getFirst().variant(),
        merit,
        several ? OrderEntropy.global(shares) : Double.NaN,
        several ? OrderEntropy.local(shares) : Double.NaN);
  }

  private static Optional<Majority> majority(List<VariantOutcome> outcomes) {
    var first = outcomes.getFirst().variant().trial();
    var shown = Variant.prompt(first).shown();
    var counts =
        first.labels().stream()
            .map(Spellings::of)
            .map(label -> shown.stream().filter(e -> label.contains(e.output())).count())
            .toList();
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    boolean balanced = counts.stream().filter(count -> count == most).count() != 1;
    if (balanced || first.labels().size() < 2) {
      return Optional.empty();
    }
    int label = counts.indexOf(most);
    long chosen = outcomes.stream().filter(outcome -> outcome.chosen() == label).count();
    return Optional.of(
        new Majority(
            first.names().get(label),
            Math.toIntExact(most),
            shown.size(),
            Math.toIntExact(chosen),
            outcomes.size()));
  }

  private static OptionalDouble recency(List<VariantOutcome> outcomes) {
    var labels = outcomes.getFirst().variant().trial().labels();
    var differences = new ArrayList<Double>();
    for (int label = 0; labels.size() > 1 && label < labels.size(); label++) {
      var last = meanShare(outcomes, label, true);
      var notLast = meanShare(outcomes, label, false);
      if (last.isPresent() && notLast.isPresent()) {
        differences.add(last.getAsDouble() - notLast.getAsDouble());
      }
    }
    return differences.stream().mapToDouble(Double::doubleValue).average();
  }

  private static OptionalDouble meanShare(
      List<VariantOutcome> outcomes, int label, boolean asLast) {
    return outcomes.stream()
        .filter(outcome -> isLast(outcome.variant(), label) == asLast)
        .mapToDouble(outcome -> outcome.shares().get(label))
        .average();
  }

  private static boolean isLast(Variant variant, int label) {
    var shown = Variant.prompt(variant.trial()).shown();
    return !shown.isEmpty()
        && Spellings.of(variant.trial().labels().get(label)).contains(shown.getLast().output());
  }

  /// The findings in sentences.
  public List<String> sentences() {
    return OrderSentences.of(this);
  }
}
