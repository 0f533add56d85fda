package kelvin.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import kelvin.engine.ContextToken;
import kelvin.engine.TextScore;
import kelvin.text.SpreadsheetText;
import kelvin.ui.control.Numbers;

/// The chain rule for consecutive tokens: the product of each token's probability given all tokens
/// before it, and the sum of the logarithms.
///
/// @param tokens the scored tokens, at least one
/// @param before the tokens before them, the nearest last
/// @param unscored the number of selected tokens without a probability because no token precedes
///     them
public record ChainRule(List<ContextToken> tokens, List<ContextToken> before, int unscored) {

  /// The maximum number of factors that are shown without eliding the middle.
  private static final int MAX_FACTORS = 6;

  private static final int FIRST_FACTORS = 3;
  private static final int LAST_FACTORS = 2;
  private static final int TOKENS_BEFORE = 3;
  private static final String ELISION = "⋯";

  public ChainRule {
    tokens = List.copyOf(tokens);
    before = List.copyOf(before);
  }

  /// The chain rule for the tokens from one position of the context to another.
  ///
  /// @param to the position after the last token
  static ChainRule of(List<ContextToken> context, int from, int to) {
    var run = context.subList(from, to);
    var scored = run.stream().filter(token -> token.score().isPresent()).toList();
    int start = from + run.size() - scored.size();
    return new ChainRule(scored, context.subList(0, start), run.size() - scored.size());
  }

  public TextScore score() {
    return TextScore.of(tokens);
  }

  /// The joint probability as `p(␣a ␣big | … ␣saw)`, elided in the middle.
  public String joint() {
    return "p(%s | %s)".formatted(joined(" ", ContextToken::visibleText), condition());
  }

  /// The factors as `0.5 × 0.25`, elided in the middle.
  public String factors() {
    return joined(" × ", token -> number(logProbability(token)));
  }

  /// The product of all factors.
  public String product() {
    return number(score().totalLogProbability());
  }

  /// The logarithms as `−0.693 − 1.386`, elided in the middle.
  public String logs() {
    var sizes = joined(" − ", token -> Numbers.threeDigits(Math.abs(logProbability(token))));
    boolean beginsWithZero =
        sizes.equals("0") || sizes.startsWith("0 ") || sizes.startsWith("0.000");
    return beginsWithZero ? sizes : "−" + sizes;
  }

  /// The sum of all logarithms, nats.
  public String sum() {
    return Numbers.threeDigits(score().totalLogProbability());
  }

  /// The complete text for the clipboard, without elisions.
  public String text() {
    var lines = new ArrayList<String>();
    var all = tokens.stream().map(ContextToken::visibleText).collect(Collectors.joining(" "));
    lines.add("p(" + all + " | " + condition() + ")");
    lines.add(
        "  = "
            + tokens.stream()
                .map(token -> number(logProbability(token)))
                .collect(Collectors.joining(" × ")));
    lines.add("  = " + product());
    lines.add("");
    lines.add("position\tid\ttoken\tp(token | tokens before)\tln p");
    for (var token : tokens) {
      lines.add(
          token.position()
              + "\t"
              + token.id()
              + "\t"
              + SpreadsheetText.of(token.visibleText())
              + "\t"
              + Math.exp(logProbability(token))
              + "\t"
              + logProbability(token));
    }
    lines.add("");
    lines.add("ln p = " + score().totalLogProbability() + " nats");
    lines.add("loss = " + score().loss() + " nats a token");
    lines.add("perplexity = " + score().perplexity());
    return String.join("\n", lines) + "\n";
  }

  private String condition() {
    if (before.isEmpty()) {
      return "nothing";
    }
    int from = Math.max(0, before.size() - TOKENS_BEFORE);
    var near =
        before.subList(from, before.size()).stream()
            .map(ContextToken::visibleText)
            .collect(Collectors.joining(" "));
    return from > 0 ? "… " + near : near;
  }

  private String joined(String between, Function<ContextToken, String> word) {
    if (tokens.size() <= MAX_FACTORS) {
      return tokens.stream().map(word).collect(Collectors.joining(between));
    }
    var words = new ArrayList<String>();
    tokens.subList(0, FIRST_FACTORS).forEach(token -> words.add(word.apply(token)));
    words.add(ELISION);
    tokens
        .subList(tokens.size() - LAST_FACTORS, tokens.size())
        .forEach(token -> words.add(word.apply(token)));
    return String.join(between, words);
  }

  private static double logProbability(ContextToken token) {
    return token.score().orElseThrow().logProbability();
  }

  /// Formats a probability with four digits. It is computed from the logarithm so that the product
  /// of a long text does not become 0.
  static String number(double logProbability) {
    if (logProbability == Double.NEGATIVE_INFINITY) {
      return "0";
    }
    double log10 = logProbability / Math.log(10);
    if (log10 >= -4) {
      int decimals = 4 + (int) Math.max(0, Math.ceil(-log10) - 1);
      return String.format(Locale.ROOT, "%." + decimals + "f", Math.exp(logProbability));
    }
    double exponent = Math.floor(log10);
    double mantissa = Math.pow(10, log10 - exponent);
    // Without this, 9.9996 would become 10.000.
    if (mantissa >= 9.9995) {
      mantissa = 1;
      exponent++;
    }
    return String.format(Locale.ROOT, "%.3fe%.0f", mantissa, exponent);
  }
}
