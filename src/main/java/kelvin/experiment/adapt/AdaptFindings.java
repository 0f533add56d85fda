package kelvin.experiment.adapt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The words “best”, “fast” and “small” of the lecture notes, as measured.
public final class AdaptFindings {

  private AdaptFindings() {}

  /// Sentences for the user; none if nothing was measured.
  public static List<String> sentences(Adaptation adaptation) {
    var sentences = new ArrayList<String>();
    var all = adaptation.summaries();
    all.stream()
        .max(Comparator.comparingDouble(AdaptSummary::accuracy))
        .ifPresent(best -> sentences.add(mostOftenRight(best)));
    all.stream()
        .min(Comparator.comparingDouble(AdaptSummary::logLoss))
        .ifPresent(
            best ->
                sentences.add(
                    String.format(
                        Locale.ROOT,
                        "Lowest log loss: %s, %.3f nats.",
                        named(best),
                        best.logLoss())));
    all.stream()
        .min(Comparator.comparingDouble(each -> each.costs().answerSeconds()))
        .ifPresent(
            best ->
                sentences.add(
                    "Fastest answer: "
                        + named(best)
                        + ", "
                        + AdaptWords.seconds(best.costs().answerSeconds())
                        + "."));
    return sentences;
  }

  private static String mostOftenRight(AdaptSummary best) {
    return String.format(
        Locale.ROOT,
        "Most often right: %s, %s; on other test inputs %s to %s (95 %%, Wilson).",
        named(best),
        AdaptWords.percent(best.accuracy()),
        AdaptWords.percent(best.interval().low()),
        AdaptWords.percent(best.interval().high()));
  }

  private static String named(AdaptSummary summary) {
    return AdaptWords.named(summary.method(), summary.examples());
  }
}
