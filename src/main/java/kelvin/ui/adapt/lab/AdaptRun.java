package kelvin.ui.adapt.lab;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.Adaptation;
import kelvin.text.Count;
import kelvin.ui.evaluation.picture.MeasureWords;

/// A comparison with the name that the user sees.
///
/// @param begun when it began; of one that was read from a file, when it was opened
/// @param origin empty if it was read from a file
public record AdaptRun(
    String title, Instant begun, Adaptation adaptation, Optional<AdaptOrigin> origin) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /// The accuracy of the method that was most often right, such as `84.0 %`.
  String accuracy() {
    double best =
        adaptation.summaries().stream()
            .mapToDouble(summary -> summary.accuracy())
            .max()
            .orElse(Double.NaN);
    return "best " + MeasureWords.percent(best);
  }

  /// The time and the conditions, for a list.
  String about(ZoneId zone) {
    return TIME.format(begun.atZone(zone))
        + (origin.isPresent() ? "" : ", from a file")
        + "  ·  "
        + conditions();
  }

  /// The conditions in a few words.
  String conditions() {
    var facts = adaptation.facts();
    return "%s  ·  %s%s test texts, %s"
        .formatted(
            facts.model(),
            facts.partial() ? "a part  ·  " : "",
            Count.of(facts.tests()),
            facts.seeds() == 1 ? "1 draw" : Count.of(facts.seeds()) + " draws");
  }

  /// The point of the same method and draw; empty if this run has none.
  Optional<AdaptPoint> find(AdaptPoint.Key key) {
    return adaptation.points().stream().filter(point -> point.key().equals(key)).findFirst();
  }
}
