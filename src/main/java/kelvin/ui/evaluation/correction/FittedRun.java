package kelvin.ui.evaluation.correction;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.experiment.calibration.ConformalSets;
import kelvin.experiment.calibration.CorrectionFit.Parts;
import kelvin.experiment.evaluation.FittedEvaluation;
import kelvin.experiment.evaluation.FittedEvaluation.Corrected;
import kelvin.experiment.evaluation.FittedEvaluation.Sets;
import kelvin.experiment.measure.Measures;
import kelvin.text.Count;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;

/// The numbers that were fitted on the train part of an evaluation, judged on its test part.
///
/// @param both the train part and the test part
/// @param temperature fitted alone
/// @param whole the temperature and a bias for each label
/// @param sets of labels that hold the right one as often as wanted
record FittedRun(FittedEvaluation both, Corrected temperature, Corrected whole, Sets sets) {

  /// More biases are not said one by one.
  private static final int MAX_BIASES = 8;

  /// Takes a moment. Empty if nothing can be fitted.
  static Optional<FittedRun> of(FittedEvaluation both) {
    var sets = both.sets(ConformalSets.USUAL);
    return both.corrected(Parts.TEMPERATURE)
        .flatMap(
            temperature ->
                both.corrected(Parts.TEMPERATURE_AND_BIASES)
                    .map(whole -> new FittedRun(both, temperature, whole, sets)));
  }

  /// The measures of the test part as the model says.
  Measures before() {
    return whole.before();
  }

  /// The fitted numbers in words.
  String fitWords() {
    var correction = whole.fit().correction();
    var words =
        String.format(
            Locale.ROOT,
            "Fitted on %s: temperature %s",
            items(whole.fit().count()),
            Numbers.threeDigits(correction.temperature()));
    var biases = new ArrayList<String>();
    var labels = both.test().labels();
    IntStream.range(0, Math.min(MAX_BIASES, labels.size()))
        .forEach(
            label ->
                biases.add(
                    VisibleText.of(labels.get(label))
                        + " "
                        + signed(correction.biases().get(label))));
    int more = labels.size() - biases.size();
    return words
        + ", biases in nats: "
        + String.join(", ", biases)
        + (more > 0 ? " and " + more + " more" : "")
        + ". No other numbers fit better: the gradient is "
        + (whole.fit().gradient() == 0
            ? "0."
            : String.format(Locale.ROOT, "%.0e.", whole.fit().gradient()))
        + (correction.scale() == 0
            ? " An infinite temperature says that the model’s shares tell nothing about these"
                + " labels, or the opposite."
            : "");
  }

  private static String signed(double bias) {
    return (bias > 0 ? "+" : "") + Numbers.twoDecimals(bias);
  }

  /// The threshold for a wanted error: chosen on the train part, judged on the test part.
  ///
  /// @param risk the wanted share of errors among what is taken, from 0 to 1
  String thresholdWords(double risk) {
    var chosen = both.threshold(risk);
    var wanted = String.format(Locale.ROOT, "%s %%", Numbers.plain(risk * 100));
    if (chosen.isEmpty()) {
      return "No threshold has at most "
          + wanted
          + " errors on the train part: the surest choices are wrong more often.";
    }
    var judged = chosen.get().test();
    var start =
        "From a share of "
            + Numbers.probability(chosen.get().train().threshold())
            + " on, at most "
            + wanted
            + " were wrong on the train part. ";
    if (judged.isEmpty()) {
      return start + "No choice of the test part is that sure: nothing would be taken.";
    }
    var point = judged.get();
    return start
        + String.format(
            Locale.ROOT,
            "On the test part it takes %s of %s (coverage %.1f %%), and %s of them %s wrong"
                + " (%.1f %%, 95 %% interval %.1f to %.1f %%). It promises nothing: the share of"
                + " errors on other texts is near that, if they are like these.",
            Count.of(point.errors().count()),
            items(both.test().items().size()),
            100 * point.coverage(),
            Count.of(point.errors().successes()),
            point.errors().successes() == 1 ? "is" : "are",
            100 * point.risk(),
            100 * point.errors().interval().low(),
            100 * point.errors().interval().high());
  }

  /// Says how often the sets hold the right label, and what they promise.
  String setWords() {
    var fitted = sets.fitted();
    if (Double.isInfinite(fitted.threshold())) {
      return "Sets of labels need more train items than "
          + Count.of(fitted.count())
          + ": with so few, only the set of all labels keeps the promise.";
    }
    var outcome = sets.outcome();
    long single = outcome.sizes().stream().filter(size -> size == 1).count();
    return String.format(
        Locale.ROOT,
        "A set has the labels with a share of at least %s. On the test part it holds the right one"
            + " in %.1f %% of the items; it has %.2f labels on average, and a single one in %s of"
            + " %s. Promised is at least %.0f %% over all draws of both parts, if the train and the"
            + " test part are drawn alike and in no order that matters. Nothing is promised for one"
            + " text, one label or other data.",
        Numbers.probability(Math.max(0, 1 - fitted.threshold())),
        100 * outcome.coverage(),
        outcome.meanSize(),
        Count.of(single),
        items(outcome.sizes().size()),
        100 * fitted.wanted());
  }

  private static String items(int count) {
    return count == 1 ? "1 item" : Count.of(count) + " items";
  }
}
