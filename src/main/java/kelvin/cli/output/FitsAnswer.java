package kelvin.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.experiment.evaluation.Fits;
import kelvin.experiment.evaluation.FittedEvaluation;
import kelvin.experiment.measure.Measures;
import kelvin.experiment.measure.RiskCoverage;
import kelvin.text.VisibleText;

/// The fits on the train part as text, each with what it promises.
public record FitsAnswer(Fits fits) {

  public void print(PrintWriter out) {
    if (fits.wanted().correction()) {
      out.println();
      fits.corrected()
          .ifPresentOrElse(
              corrected -> printCorrection(corrected, out),
              () ->
                  out.println(
                      "no correction: every label has the probability 0 in all items of the train"
                          + " part, or the fit found no optimum"));
    }
    if (fits.wanted().error().isPresent()) {
      out.println();
      fits.threshold()
          .ifPresentOrElse(
              threshold -> printThreshold(threshold, out),
              () ->
                  out.println(
                      "no threshold has an error of at most "
                          + Words.percent(fits.wanted().error().getAsDouble())
                          + " on the train part"));
    }
    fits.sets()
        .ifPresent(
            sets -> {
              out.println();
              printSets(sets, out);
            });
    out.flush();
  }

  private void printCorrection(FittedEvaluation.Corrected corrected, PrintWriter out) {
    var correction = corrected.fit().correction();
    var labels = fits.both().test().labels();
    out.println(
        String.format(
            Locale.ROOT,
            "correction fitted on %,d items of the train part: temperature %s, biases %s (nats)",
            corrected.fit().count(),
            number(correction.temperature()),
            IntStream.range(0, labels.size())
                .mapToObj(
                    label ->
                        VisibleText.of(labels.get(label))
                            + " "
                            + Words.change(correction.biases().get(label)))
                .collect(Collectors.joining(", "))));
    if (correction.scale() == 0) {
      out.println(
          "The shares of the train part do not tell the labels apart, so they are ignored.");
    }
    var table =
        new TextTable(
            TextTable.Column.left("test part"),
            TextTable.Column.right("before"),
            TextTable.Column.right("after"));
    Measures before = corrected.before();
    Measures after = corrected.after();
    table.row(
        "accuracy",
        Words.percent(before.accuracy().value()),
        Words.percent(after.accuracy().value()));
    table.row("log loss (nats)", number(before.logLoss()), number(after.logLoss()));
    table.row("Brier", number(before.brier().score()), number(after.brier().score()));
    table.row(
        "calibration error (ECE)",
        number(before.reliability().error()),
        number(after.reliability().error()));
    table.print(out);
  }

  private static void printThreshold(FittedEvaluation.Threshold threshold, PrintWriter out) {
    out.println(
        "threshold "
            + share(threshold.train().threshold())
            + " for an error of at most "
            + Words.percent(threshold.wanted())
            + ": on the train part it takes "
            + taken(threshold.train()));
    out.println(
        "on the test part it takes "
            + threshold
                .test()
                .map(
                    test ->
                        taken(test)
                            + " (95 % interval "
                            + Words.percent(test.errors().interval().low())
                            + " to "
                            + Words.percent(test.errors().interval().high())
                            + ")")
                .orElse("nothing"));
    out.println(
        "It was chosen because it passes on the train part, so it promises nothing; the test part"
            + " says what to expect.");
  }

  private static String taken(RiskCoverage.Point point) {
    return Words.percent(point.coverage()) + " with an error of " + Words.percent(point.risk());
  }

  private void printSets(FittedEvaluation.Sets sets, PrintWriter out) {
    out.println(
        String.format(
            Locale.ROOT,
            "sets of labels, calibrated on %,d items of the train part: on the test part %s hold the"
                + " right label, with %s labels on average",
            sets.fitted().count(),
            Words.percent(sets.outcome().coverage()),
            number(sets.outcome().meanSize())));
    out.println(
        Double.isInfinite(sets.fitted().threshold())
            ? "The train part is too small to promise "
                + Words.percent(sets.fitted().wanted())
                + ", so each set has all labels."
            : "The set of a new item holds the right label with a probability of at least "
                + Words.percent(sets.fitted().wanted())
                + ", if it and the train part are drawn in the same way (exchangeable). Nothing is"
                + " promised for one label or for other data.");
  }

  /// A share just below 1 is not written as 1.
  private static String share(double value) {
    return value < 1 && value > 0.9995 ? String.format(Locale.ROOT, "%.8f", value) : number(value);
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "not known";
    }
    return Double.isInfinite(value) ? "infinite" : String.format(Locale.ROOT, "%.3f", value);
  }
}
