package kelvin.ui.plot.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.experiment.measure.Reliability;
import kelvin.ui.control.Numbers;

/// One or two reliability diagrams over the same bins; immutable.
///
/// @param series one, or those before and after a correction
public record ReliabilityPicture(List<Series> series) {

  /// A picture without items.
  public static final ReliabilityPicture EMPTY = new ReliabilityPicture(List.of());

  public ReliabilityPicture {
    series = List.copyOf(series);
  }

  /// The bins of one list of decisions.
  ///
  /// @param name of the series, such as `after correction`; empty where there is only one
  public record Series(String name, Reliability reliability) {

    int count() {
      return reliability.bins().stream().mapToInt(Reliability.Bin::count).sum();
    }

    /// The calibration error in words.
    String error() {
      return (name.isEmpty() ? "" : name + ": ")
          + "ECE "
          + Numbers.probability(reliability.error());
    }
  }

  public static ReliabilityPicture of(Reliability reliability) {
    return new ReliabilityPicture(List.of(new Series("", reliability)));
  }

  /// The same items before and after a correction.
  public static ReliabilityPicture of(Reliability before, Reliability after) {
    return new ReliabilityPicture(
        List.of(new Series("before", before), new Series("after correction", after)));
  }

  /// The bins in which a series has an item, 0-based.
  List<Integer> bins() {
    var bins = new ArrayList<Integer>();
    for (int bin = 0; bin < Reliability.BINS; bin++) {
      for (var each : series) {
        if (each.reliability().bins().get(bin).count() > 0) {
          bins.add(bin);
          break;
        }
      }
    }
    return bins;
  }

  /// The greatest number of items in a bin.
  int most() {
    return series.stream()
        .flatMap(each -> each.reliability().bins().stream())
        .mapToInt(Reliability.Bin::count)
        .max()
        .orElse(0);
  }

  /// The text about a bin.
  String wordsOf(int bin) {
    return series.stream()
        .map(each -> words(each, bin))
        .collect(Collectors.joining("\n", range(bin), ""));
  }

  private static String range(int bin) {
    return String.format(Locale.ROOT, "Share from %.1f to %.1f: ", bin / 10.0, (bin + 1) / 10.0);
  }

  private static String words(Series series, int index) {
    var bin = series.reliability().bins().get(index);
    var name = series.name().isEmpty() ? "" : series.name() + ": ";
    if (bin.count() == 0) {
      return name + "no item";
    }
    var interval = bin.accuracy().interval();
    return String.format(
        Locale.ROOT,
        "%s%s, %s of them right (%s, 95 %% interval %s–%s), mean share %s",
        name,
        bin.count() == 1 ? "1 item" : Numbers.count(bin.count()) + " items",
        Numbers.count(bin.accuracy().successes()),
        Numbers.probability(bin.accuracy().value()),
        Numbers.probability(interval.low()),
        Numbers.probability(interval.high()),
        Numbers.probability(bin.confidence()));
  }

  /// The description for screen readers.
  String summary() {
    var words = new StringBuilder("Reliability diagram");
    for (var each : series) {
      words.append("; ").append(each.error()).append(", ");
      words.append(each.count() == 1 ? "1 item" : Numbers.count(each.count()) + " items");
    }
    for (int bin : bins()) {
      words.append("; ").append(wordsOf(bin).replace("\n", "; "));
    }
    return words.toString();
  }
}
