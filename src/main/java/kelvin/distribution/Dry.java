package kelvin.distribution;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lowers the logit of every token that would continue a repetition ("Don't repeat yourself"):
/// the longer the repetition, the more (p-e-w, text-generation-webui pull request 5677, 2024;
/// llama.cpp).
///
/// If the last m ≥ allowed tokens have occurred before, the token that followed them there gets
/// `l − multiplier · base^(m − allowed)`, where m is the longest such length. The search for
/// repetitions stops at a breaker, such as a line feed. A breaker of one token is never
/// penalised. Range: multiplier > 0, base ≥ 1, allowed ≥ 1. Default: off; llama.cpp has base
/// 1.75, allowed 2 and the breakers `\\n : " *`.
///
/// @param last how many of the last tokens are searched; 0 for all
/// @param breakers sequences of token ids; they depend on the tokenizer
public record Dry(
    double multiplier, double base, int allowed, int last, List<List<Integer>> breakers)
    implements LogitTransform {

  /// ln of the greatest `float`. llama.cpp keeps the power below it.
  private static final double MAX_LOG = 88.7228391;

  public Dry {
    Range.check(
        "dry-multiplier",
        multiplier,
        multiplier > 0 && multiplier < Double.POSITIVE_INFINITY,
        "greater than 0 and finite");
    Range.check("dry-base", base, base >= 1 && base < Double.POSITIVE_INFINITY, "1 or greater");
    Range.check("dry-allowed-length", allowed, allowed >= 1, "at least 1");
    Range.check("dry-last", last, last >= 0, "at least 1, or 0 for all");
    breakers =
        breakers.stream()
            .map(sequence -> TokenSequences.checked("dry-breakers", sequence))
            .toList();
  }

  @Override
  public StageKind kind() {
    return StageKind.DRY;
  }

  @Override
  public void apply(LogitEdits edits, TokenHistory history) {
    var reversed = reversed(history.from(last == 0 ? 0 : history.length() - last));
    int limit = countSinceBreaker(reversed);
    if (reversed.length <= allowed || limit < allowed) {
      return;
    }
    var longest = new HashMap<Integer, Integer>();
    var matches = matchesWithStart(reversed);
    for (int k = 1; k < reversed.length; k++) {
      int length = Math.min(matches[k], limit);
      if (length >= allowed) {
        longest.merge(reversed[k - 1], length, Math::max);
      }
    }
    longest.forEach(
        (id, length) -> {
          if (!breakers.contains(List.of(id))) {
            edits.add(id, -multiplier * StrictMath.pow(base, exponent(length)));
          }
        });
  }

  private double exponent(int length) {
    double maxExponent = base > 1.000001 ? Math.floor(MAX_LOG / StrictMath.log(base)) : 0;
    return maxExponent > 0 ? Math.min(length - allowed, maxExponent) : length - allowed;
  }

  private static int[] reversed(int[] ids) {
    var reversed = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      reversed[i] = ids[ids.length - 1 - i];
    }
    return reversed;
  }

  /// The number of tokens after the last breaker.
  private int countSinceBreaker(int[] reversed) {
    for (int i = 0; i < reversed.length; i++) {
      int longest = 0;
      for (var breaker : breakers) {
        if (breaker.size() > longest && breaker.size() <= i + 1 && startsAt(breaker, reversed, i)) {
          longest = breaker.size();
        }
      }
      if (longest > 0) {
        return i - (longest - 1);
      }
    }
    return reversed.length;
  }

  private static boolean startsAt(List<Integer> breaker, int[] reversed, int at) {
    for (int i = 0; i < breaker.size(); i++) {
      if (breaker.get(i) != reversed[at - i]) {
        return false;
      }
    }
    return true;
  }

  /// The Z-function: for each index, how many tokens from there on equal the tokens from the
  /// start on.
  private static int[] matchesWithStart(int[] ids) {
    var matches = new int[ids.length];
    int left = 0;
    int right = 0;
    for (int k = 1; k < ids.length; k++) {
      int length = k < right ? Math.min(right - k, matches[k - left]) : 0;
      while (k + length < ids.length && ids[length] == ids[k + length]) {
        length++;
      }
      matches[k] = length;
      if (k + length > right) {
        left = k;
        right = k + length;
      }
    }
    return matches;
  }

  static Dry read(StageValues values) {
    return new Dry(
        values.number("multiplier", 0.8),
        values.number("base", 1.75),
        values.whole("allowed", 2),
        values.whole("last", 0),
        values.sequences("breakers"));
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("multiplier", multiplier);
    settings.put("base", base);
    settings.put("allowed", allowed);
    settings.put("last", last);
    settings.put("breakers", breakers);
    return settings;
  }
}
