package kelvin.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says how well a name fits what a user typed of it.
///
/// Each word of the query must be found, in any order. The letters of a word may stand apart, as
/// `cpas` fits “Copy as”; starts of words and letters in a row count more. In a long text the
/// letters must stand together, because almost any query fits a long text otherwise.
///
/// @param score the greater the better; only comparable for one query
/// @param letters the places in the name that were matched, in UTF-16 units
public record FuzzyMatch(double score, BitSet letters) {

  private static final int LONG = 72;
  private static final double LETTER = 1;
  private static final double IN_A_ROW = 9;
  private static final double WORD_START = 8;
  private static final double NAME_START = 3;
  private static final double GAP = 0.15;
  private static final double EARLY = 0.2;
  private static final double LEFT_OVER = 0.02;

  /// Returns the best fit, or empty if a word of the query is not in the name. An empty query fits
  /// everything.
  public static Optional<FuzzyMatch> of(String query, String name) {
    var folded = fold(name);
    var letters = new BitSet();
    double score = 0;
    int matched = 0;
    for (var word : fold(query).strip().split("\\s+", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      matched += word.length();
      var places = places(word, folded, name);
      if (places == null) {
        return Optional.empty();
      }
      score += score(places, name);
      for (int place : places) {
        letters.set(place);
      }
    }
    return Optional.of(
        new FuzzyMatch(score - LEFT_OVER * Math.max(0, name.length() - matched), letters));
  }

  /// Small letters without accents; as long as the text.
  private static String fold(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      var plain = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
      folded.append(Character.toLowerCase(plain.charAt(0)));
    }
    return folded.toString();
  }

  private static int @Nullable [] places(String word, String folded, String name) {
    return folded.length() > LONG ? together(word, folded, name) : apart(word, folded, name);
  }

  /// The first place where the word stands as a whole, at the start of a word if there is one.
  private static int @Nullable [] together(String word, String folded, String name) {
    int found = folded.indexOf(word);
    for (int at = found; at >= 0; at = folded.indexOf(word, at + 1)) {
      if (isWordStart(name, at)) {
        found = at;
        break;
      }
    }
    if (found < 0) {
      return null;
    }
    var places = new int[word.length()];
    Arrays.setAll(places, new Consecutive(found)::place);
    return places;
  }

  private record Consecutive(int first) {
    int place(int index) {
      return first + index;
    }
  }

  /// The best places for the letters of the word in their order.
  private static int @Nullable [] apart(String word, String folded, String name) {
    int letters = word.length();
    int length = folded.length();
    var best = new double[letters][length];
    var from = new int[letters][length];
    for (int letter = 0; letter < letters; letter++) {
      for (int at = 0; at < length; at++) {
        best[letter][at] = Double.NEGATIVE_INFINITY;
        if (folded.charAt(at) != word.charAt(letter)) {
          continue;
        }
        double here = letter(letter, at, name);
        if (letter == 0) {
          best[0][at] = here;
          continue;
        }
        for (int before = letter - 1; before < at; before++) {
          double total = best[letter - 1][before] + here + link(at - before - 1);
          if (total > best[letter][at]) {
            best[letter][at] = total;
            from[letter][at] = before;
          }
        }
      }
    }
    int end = 0;
    for (int at = 1; at < length; at++) {
      end = best[letters - 1][at] > best[letters - 1][end] ? at : end;
    }
    if (length == 0 || best[letters - 1][end] == Double.NEGATIVE_INFINITY) {
      return null;
    }
    var places = new int[letters];
    for (int letter = letters - 1; letter >= 0; letter--) {
      places[letter] = end;
      end = from[letter][end];
    }
    return places;
  }

  private static double score(int[] places, String name) {
    double score = letter(0, places[0], name);
    for (int i = 1; i < places.length; i++) {
      score += letter(i, places[i], name) + link(places[i] - places[i - 1] - 1);
    }
    return score;
  }

  /// The score of one matched letter. The first of a word counts more the earlier it stands.
  private static double letter(int index, int place, String name) {
    return LETTER
        + (isWordStart(name, place) ? WORD_START : 0)
        + (place == 0 ? NAME_START : 0)
        - (index == 0 ? EARLY * place : 0);
  }

  /// The score of two matched letters with a gap of other letters between them.
  private static double link(int gap) {
    return gap == 0 ? IN_A_ROW : -GAP * gap;
  }

  private static boolean isWordStart(String name, int at) {
    return Character.isLetterOrDigit(name.charAt(at))
        && (at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1)));
  }
}
