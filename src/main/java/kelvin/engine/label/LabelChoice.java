package kelvin.engine.label;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// The labels of one prompt after a normalisation: their scores, their shares and the chosen
/// label.
///
/// @param scores by label, nats; for `CONTEXTUAL` ln of the calibrated weight p̂/p_cf. NaN if a
///     label is impossible both with and without the input
/// @param shares softmax of the scores over the labels; for `NONE` and `CONTEXTUAL` the
///     (calibrated) probability of the label, given that the text continues with one of the
///     labels
public record LabelChoice(Normalization normalization, List<Double> scores, List<Double> shares) {

  public LabelChoice {
    scores = List.copyOf(scores);
    shares = List.copyOf(shares);
  }

  /// Normalises scores without content-free prompts.
  ///
  /// @throws IllegalArgumentException when the normalisation needs content-free prompts
  public static LabelChoice of(LabelScores scores, Normalization normalization) {
    return of(scores, normalization, List.of());
  }

  /// @param contentFree the scores of the same labels after content-free prompts; used by `PMI`
  ///     and `CONTEXTUAL`
  public static LabelChoice of(
      LabelScores scores, Normalization normalization, List<LabelScores> contentFree) {
    return of(
        normalization,
        scores.logProbabilities(),
        scores.labels().stream().map(ScoredLabel::length).toList(),
        contentFree.stream().map(LabelScores::logProbabilities).toList());
  }

  /// Normalises plain numbers.
  public static LabelChoice of(
      Normalization normalization,
      List<Double> logProbabilities,
      List<LabelLength> lengths,
      List<List<Double>> contentFree) {
    var scores = LabelScale.scores(normalization, logProbabilities, lengths, contentFree);
    // An undefined score must not make all the others undefined.
    var defined =
        scores.stream().mapToDouble(s -> s.isNaN() ? Double.NEGATIVE_INFINITY : s).toArray();
    return new LabelChoice(normalization, scores, shares(defined));
  }

  private static List<Double> shares(double[] scores) {
    long infinite = Arrays.stream(scores).filter(s -> s == Double.POSITIVE_INFINITY).count();
    if (infinite > 0) {
      return Arrays.stream(scores)
          .mapToObj(s -> s == Double.POSITIVE_INFINITY ? 1.0 / infinite : 0)
          .toList();
    }
    if (Arrays.stream(scores).allMatch(s -> s == Double.NEGATIVE_INFINITY)) {
      return Arrays.stream(scores).mapToObj(_ -> Double.NaN).toList();
    }
    return Arrays.stream(LabelScale.normalised(scores)).mapToObj(StrictMath::exp).toList();
  }

  /// The label with the greatest score, the first one of equals; empty if every label is
  /// impossible.
  public OptionalInt chosen() {
    int best = -1;
    for (int i = 0; i < scores.size(); i++) {
      double score = scores.get(i);
      boolean possible = score > Double.NEGATIVE_INFINITY;
      if (possible && (best < 0 || score > scores.get(best))) {
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }
}
