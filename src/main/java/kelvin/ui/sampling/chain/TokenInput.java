package kelvin.ui.sampling.chain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kelvin.distribution.LogitBias;
import kelvin.text.Vocabulary;

/// Parses tokens that the user typed: a text, an id, or a list of ids with or without biases.
final class TokenInput {

  private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");
  private static final Pattern ID = Pattern.compile("\\d+(=\\S+)?");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  private TokenInput() {}

  /// @param bias for tokens without a bias of their own
  /// @throws IllegalArgumentException with a sentence about the problem
  static List<LogitBias.Bias> read(String typed, String bias, Vocabulary vocabulary) {
    var parts = BETWEEN.split(typed.strip(), -1);
    var all = new ArrayList<LogitBias.Bias>();
    for (var part : parts) {
      if (!ID.matcher(part).matches()) {
        return List.of(new LogitBias.Bias(List.of(idOf(typed, vocabulary)), number(bias)));
      }
      int equals = part.indexOf('=');
      int id = id(equals < 0 ? part : part.substring(0, equals), vocabulary);
      double change = number(equals < 0 ? bias : part.substring(equals + 1));
      all.add(new LogitBias.Bias(List.of(id), change));
    }
    return all;
  }

  private static int id(String digits, Vocabulary vocabulary) {
    int last = vocabulary.size() - 1;
    if (!DIGITS.matcher(digits).matches() || Integer.parseInt(digits) > last) {
      throw new IllegalArgumentException(
          "There is no token " + digits + ": ids go from 0 to " + last + ".");
    }
    return Integer.parseInt(digits);
  }

  private static int idOf(String text, Vocabulary vocabulary) {
    var exact = vocabulary.find(text);
    var id = exact.isPresent() ? exact : vocabulary.find(" " + text);
    return id.orElseThrow(
        () ->
            new IllegalArgumentException(
                text.isEmpty()
                    ? "Type a token, or its id."
                    : "“"
                        + text
                        + "” is not one token of this model: pick one from the list or type an"
                        + " id."));
  }

  private static double number(String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT).replace('−', '-').replace(',', '.');
    if (text.equals("-inf") || text.equals("-∞")) {
      return Double.NEGATIVE_INFINITY;
    }
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Reported below, like any other invalid number.
    }
    throw new IllegalArgumentException(
        "The bias must be a number such as -2.5, or -inf to forbid the token, was “"
            + typed
            + "”.");
  }

  /// The tokens that match the input so far.
  static List<TokenChoice> choices(String typed, Vocabulary vocabulary, int max) {
    if (typed.isEmpty()) {
      return List.of();
    }
    var ids = new LinkedHashSet<Integer>();
    if (DIGITS.matcher(typed).matches() && Integer.parseInt(typed) < vocabulary.size()) {
      ids.add(Integer.parseInt(typed));
    }
    vocabulary.find(typed).ifPresent(ids::add);
    vocabulary.find(" " + typed).ifPresent(ids::add);
    ids.addAll(vocabulary.startingWith(" " + typed, max));
    ids.addAll(vocabulary.startingWith(typed, max));
    return ids.stream()
        .limit(max)
        .map(id -> new TokenChoice(id, vocabulary.visibleText(id)))
        .toList();
  }
}
