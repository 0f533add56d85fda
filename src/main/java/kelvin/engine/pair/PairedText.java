package kelvin.engine.pair;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import kelvin.distribution.DrawMode;
import kelvin.engine.draw.DrawSteps;
import kelvin.text.Vocabulary;

/// The predictions of two models for a text, compared token by token.
///
/// @param tokens all that have one before them, in the order of the text
/// @param omittedMass the largest probability, over all positions, that one of the models gives to
///     ids that the other does not have; 0 if both have the same number of logits. It is left out
///     of the divergences, which compare the rest as shares.
/// @param settings how both models draw
public record PairedText(
    List<PairedToken> tokens, double omittedMass, DrawSteps.Settings settings) {

  public PairedText {
    tokens = List.copyOf(tokens);
  }

  /// The mean of KL(model ‖ other) over all tokens, nats; NaN if there is none.
  public double meanKl() {
    return tokens.stream()
        .mapToDouble(token -> token.divergence().kl())
        .average()
        .orElse(Double.NaN);
  }

  /// The KL divergence that this share of the tokens does not exceed, nats: the value at rank
  /// ⌈q n⌉ of all in ascending order. NaN if there is none.
  ///
  /// @param q in (0, 1]
  public double klQuantile(double q) {
    var sorted = tokens.stream().mapToDouble(token -> token.divergence().kl()).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(q * sorted.length) - 1];
  }

  /// The token before which the models differ most; the first of several.
  public Optional<PairedToken> worst() {
    return tokens.stream()
        .max(
            Comparator.comparingDouble((PairedToken token) -> token.divergence().kl())
                .thenComparing(PairedToken::position, Comparator.reverseOrder()));
  }

  /// The share of the tokens before which both find the same token the most probable one; NaN if
  /// there is none.
  public double topAgreement() {
    return share(PairedToken::topAgrees);
  }

  private double share(Predicate<PairedToken> is) {
    return tokens.stream()
        .mapToDouble(token -> is.test(token) ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /// The first token in whose place the models draw different tokens with the same random number.
  public Optional<PairedToken> firstFlippedDraw() {
    return tokens.stream().filter(token -> !token.draws().agrees()).findFirst();
  }

  /// Says in a sentence how many draws differ, and where first.
  ///
  /// @param model the name of the first model
  /// @param against the name of the other one
  public String drawSentence(Vocabulary vocabulary, String model, String against) {
    var draws =
        settings.mode() == DrawMode.GREEDY ? "Greedy draws" : "Draws with seed " + settings.seed();
    long flipped = tokens.stream().filter(token -> !token.draws().agrees()).count();
    return firstFlippedDraw()
        .map(
            first ->
                String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d differ, first at position %d, where %s draws “%s” and %s draws “%s”.",
                    draws,
                    flipped,
                    tokens.size(),
                    first.position(),
                    model,
                    vocabulary.visibleText(first.draws().id()),
                    against,
                    vocabulary.visibleText(first.draws().againstId())))
        .orElse(draws + " are the same at each token.");
  }

  /// The share of the tokens in whose place both draw the same one; NaN if there is none.
  public double drawAgreement() {
    return share(token -> token.draws().agrees());
  }

  /// Σ ln p of the tokens for the first model, nats.
  public double logProbability() {
    return tokens.stream().mapToDouble(PairedToken::logProbability).sum();
  }

  /// Σ ln p of the tokens for the other model, nats.
  public double againstLogProbability() {
    return tokens.stream().mapToDouble(PairedToken::againstLogProbability).sum();
  }
}
