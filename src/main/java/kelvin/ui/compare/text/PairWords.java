package kelvin.ui.compare.text;

import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.display.InformationUnit;
import kelvin.engine.pair.ModelComparison;
import kelvin.engine.pair.PairWork.Done;
import kelvin.engine.pair.PairedDraw;
import kelvin.engine.pair.PairedText;
import kelvin.engine.pair.PairedToken;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;

/// Says in words how two models differ over a text.
public final class PairWords {

  /// The number of tokens before a token that are shown with it.
  private static final int BEFORE = 8;

  private PairWords() {}

  /// The totals of a text in one sentence, with all that is left out.
  public static String totals(Done done, InformationUnit unit) {
    var compared = done.comparison();
    return compared
            .text()
            .map(
                text ->
                    differences(text, unit)
                        + " "
                        + text.drawSentence(done.vocabulary(), "A", "B")
                        + " ")
            .orElse("The models have different tokens, so positions are not compared. ")
        + "Bits per byte: A "
        + bitsPerByte(compared.model())
        + ", B "
        + bitsPerByte(compared.against())
        + "."
        + compared.text().map(PairWords::omitted).orElse("");
  }

  private static String differences(PairedText text, InformationUnit unit) {
    double max = text.worst().map(worst -> worst.divergence().kl()).orElse(Double.NaN);
    return max == 0
        ? "Both models say the same at each of " + Numbers.tokens(text.tokens().size()) + "."
        : "KL(A ‖ B) over "
            + Numbers.tokens(text.tokens().size())
            + ": mean "
            + information(text.meanKl(), unit)
            + ", largest "
            + information(max, unit)
            + ". The same top token at "
            + Numbers.percent(text.topAgreement())
            + " %.";
  }

  private static String omitted(PairedText text) {
    return text.omittedMass() == 0
        ? ""
        : " One model has more logits than the other; the tokens that only one has are left out of"
            + " KL, and have at most "
            + Numbers.percent(text.omittedMass())
            + " %.";
  }

  static String bitsPerByte(ModelComparison.Side side) {
    return bitsPerByte(side.read().bitsPerByte());
  }

  /// Bits per byte, or a dash where a text has no byte with a probability.
  public static String bitsPerByte(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
  }

  /// An amount of information with its unit.
  public static String information(double nats, InformationUnit unit) {
    return number(nats, unit) + " " + unit.label();
  }

  /// An amount of information without its unit, small ones too.
  public static String number(double nats, InformationUnit unit) {
    double value = unit.of(nats);
    return value == 0 ? "0" : String.format(Locale.ROOT, value < 0.001 ? "%.1e" : "%.4f", value);
  }

  /// The tokens before a position, as far as they are shown.
  public static String before(PairedText text, Vocabulary vocabulary, int position) {
    return text.tokens().stream()
        .filter(token -> token.position() < position && token.position() >= position - BEFORE)
        .map(token -> vocabulary.visibleText(token.id()))
        .collect(Collectors.joining());
  }

  /// All numbers of a token, for tooltips and screen readers.
  static String describe(PairedToken token, Vocabulary vocabulary, InformationUnit unit) {
    return "%s, position %d: KL %s, Jensen–Shannon %s, total variation %s %%; probability A %s %%, B %s %%; %s; %s"
        .formatted(
            vocabulary.visibleText(token.id()),
            token.position(),
            information(token.divergence().kl(), unit),
            information(token.divergence().jensenShannon(), unit),
            Numbers.percent(token.divergence().totalVariation()),
            Numbers.percent(StrictMath.exp(token.logProbability())),
            Numbers.percent(StrictMath.exp(token.againstLogProbability())),
            token.topAgrees()
                ? "the same top token"
                : "B’s top token has rank " + Numbers.count(token.rankOfOtherTop()) + " on A",
            draws(token.draws(), vocabulary));
  }

  private static String draws(PairedDraw draws, Vocabulary vocabulary) {
    return draws.agrees()
        ? "both draw “" + vocabulary.visibleText(draws.id()) + "”"
        : "A draws “"
            + vocabulary.visibleText(draws.id())
            + "”, B “"
            + vocabulary.visibleText(draws.againstId())
            + "”";
  }
}
