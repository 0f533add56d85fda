package kelvin.prompt.sweep;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes the points of a sweep as a table: one row for each label of each prompt.
///
/// The command line and the window use the same columns.
public final class SweepTable {

  /// The names of the columns. Log-probabilities are in nats; places in orders and tests are
  /// 1-based.
  public static final List<String> COLUMNS =
      List.of(
          "kind",
          "name",
          "shots",
          "order",
          "draw",
          "test",
          "input",
          "answer",
          "label",
          "log_probability",
          "share",
          "chosen");

  private SweepTable() {}

  /// The rows as strings and unrounded numbers; the answer is an empty `Optional` if none is known.
  public static Stream<List<Object>> rows(SweepResult result) {
    var kind = result.kind().label();
    return result.outcomes().stream().flatMap(outcome -> rows(kind, outcome));
  }

  private static Stream<List<Object>> rows(String kind, VariantOutcome outcome) {
    var point = SweepPoint.of(outcome.variant());
    var order =
        point.order().stream()
            .map(place -> Integer.toString(place + 1))
            .collect(Collectors.joining(" "));
    Object answer = point.answer().isPresent() ? point.answer().get() : Optional.empty();
    return IntStream.range(0, point.labels().size())
        .mapToObj(
            label ->
                List.of(
                    kind,
                    point.name(),
                    point.order().size(),
                    order,
                    point.draw(),
                    point.test() + 1,
                    point.input(),
                    answer,
                    point.names().get(label),
                    outcome.logProbabilities().get(label),
                    outcome.shares().get(label),
                    Boolean.toString(outcome.chosen() == label)));
  }
}
