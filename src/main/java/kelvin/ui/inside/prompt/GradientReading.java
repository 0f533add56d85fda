package kelvin.ui.inside.prompt;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.display.InformationUnit;
import kelvin.engine.Prediction;
import kelvin.engine.inside.Attribution;
import kelvin.engine.inside.Attribution.Share;
import kelvin.ui.control.Numbers;
import kelvin.ui.text.TokenShades;

/// The tokens that drive a prediction, as the window shows them.
///
/// @param of the answer whose last position predicts the token
/// @param word the token's text for display
record GradientReading(Prediction of, String word, Attribution attribution) {

  /// The scale before anything is known, so that nothing moves when it is.
  static final TokenShades UNKNOWN =
      new TokenShades(List.of(), List.of("−", "0", "+"), "", "", true);

  /// The number of tokens that are named.
  private static final int NAMED = 3;

  /// The context that predicts the token.
  List<Integer> context() {
    return attribution.tokens().stream().map(Share::id).toList();
  }

  boolean isMeasured() {
    return attribution.tokens().stream().allMatch(share -> share.measuredEffect().isPresent());
  }

  private long disagreements() {
    return attribution.tokens().stream().filter(Share::disagrees).count();
  }

  private String text(Share share) {
    return "“" + of.tokens().get(share.position()).visibleText() + "”";
  }

  /// Shades by a measure, from nothing to its largest size in this prompt.
  TokenShades shades(GradientMeasure measure, InformationUnit unit) {
    double largest =
        attribution.tokens().stream()
            .mapToDouble(share -> Math.abs(measure.of(share)))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    var shades =
        attribution.tokens().stream()
            .map(
                share ->
                    new TokenShades.Shade(
                        measure.of(share),
                        largest > 0 ? measure.of(share) / largest : 0,
                        words(share, unit),
                        share.disagrees()))
            .toList();
    var most = Numbers.significant(unit.of(largest));
    return new TokenShades(
        shades,
        measure.isSigned() ? List.of("−" + most, "0", "+" + most) : List.of("0", most),
        caption(measure, unit),
        measure.column(),
        measure.isSigned());
  }

  private String caption(GradientMeasure measure, InformationUnit unit) {
    var target = unit.logarithm() + " p(" + word + "), " + unit.label();
    return switch (measure) {
      case PRODUCT -> "gradient · vector of " + target;
      case NORM -> "length of the gradient of " + target;
      case MEASURED -> "the measured effect of each token on " + target;
    };
  }

  private static String words(Share share, InformationUnit unit) {
    var words =
        "gradient · vector "
            + signed(share.gradientDotEmbedding(), unit)
            + " · length "
            + Numbers.significant(unit.of(share.gradientNorm()));
    if (share.measuredEffect().isPresent()) {
      words += "\nmeasured by leaving it out " + signed(share.measuredEffect().getAsDouble(), unit);
    }
    return share.disagrees() ? words + ": the signs differ" : words;
  }

  private static String signed(double nats, InformationUnit unit) {
    var text = Numbers.significant(unit.of(nats));
    return nats > 0 ? "+" + text : text;
  }

  /// Says which token is asked about, which tokens drive it most, and how far that can be trusted.
  String sentence(GradientMeasure measure, InformationUnit unit) {
    var sentence = new StringBuilder();
    sentence.append(
        String.format(
            Locale.ROOT,
            "What drives “%s” (%s %%): ",
            word,
            Numbers.percent(Math.exp(attribution.logProbability()))));
    sentence.append(most(measure, unit)).append(". ");
    sentence.append(
        measure == GradientMeasure.MEASURED
            ? "Measured: with the token, less without it."
            : "A gradient is local: it says what a small change of a vector does.");
    if (isMeasured()) {
      long count = disagreements();
      sentence.append(
          count == 0
              ? " Gradient and measured effect have the same signs."
              : String.format(
                  Locale.ROOT,
                  " The signs of gradient and measured effect differ at %,d of %,d tokens (dashed).",
                  count,
                  attribution.tokens().size()));
    }
    if (attribution.logitsDifference() != 0) {
      sentence.append(
          String.format(
              Locale.ROOT,
              " The copy’s logits differ by up to %.1e.",
              attribution.logitsDifference()));
    }
    return sentence.toString();
  }

  private String most(GradientMeasure measure, InformationUnit unit) {
    return attribution.tokens().stream()
        .sorted(Comparator.comparingDouble(share -> -Math.abs(measure.of(share))))
        .limit(NAMED)
        .map(
            share ->
                text(share)
                    + " "
                    + (measure.isSigned()
                        ? signed(measure.of(share), unit)
                        : Numbers.significant(unit.of(measure.of(share)))))
        .collect(Collectors.joining(", "));
  }
}
