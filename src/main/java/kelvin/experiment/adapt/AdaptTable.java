package kelvin.experiment.adapt;

import java.util.List;
import java.util.stream.Stream;

/// The points of a comparison as a table of unrounded numbers.
public final class AdaptTable {

  /// The headings: those of JSON.
  public static final List<String> COLUMNS =
      List.of(
          "method",
          "examples",
          "seed",
          "count",
          "accuracy",
          "low",
          "high",
          "logLoss",
          "brier",
          "adaptSeconds",
          "answerSeconds",
          "bytesKept",
          "shortened",
          "leftOut",
          "shown",
          "prompt");

  private AdaptTable() {}

  /// A row for each point; a cell is a number or a text.
  public static Stream<List<Object>> rows(Adaptation adaptation) {
    return adaptation.points().stream().map(AdaptTable::row);
  }

  private static List<Object> row(AdaptPoint point) {
    var interval = point.accuracy().interval();
    var costs = point.costs();
    var made = point.made();
    return List.of(
        point.method().label(),
        point.examples(),
        point.seed(),
        point.accuracy().count(),
        point.accuracy().value(),
        interval.low(),
        interval.high(),
        point.logLoss(),
        point.brier(),
        costs.adaptSeconds(),
        costs.answerSeconds(),
        costs.bytes(),
        made.shortened(),
        made.leftOut(),
        String.join(", ", made.shown()),
        made.prompt());
  }
}
