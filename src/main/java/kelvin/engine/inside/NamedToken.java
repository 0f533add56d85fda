package kelvin.engine.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.InferenceException;
import kelvin.text.Vocabulary;

/// A token as a person names it in a line of words.
///
/// A plain word is the token with a space before it, as words are within a text, or else the token
/// without one. A word in quotes is exactly the text between them.
///
/// @param exact whether the word stood in quotes
public record NamedToken(String word, boolean exact) {

  /// Reads words that are separated by white space.
  ///
  /// @throws InferenceException if a quote has no end
  public static List<NamedToken> split(String line) {
    var words = new ArrayList<NamedToken>();
    int at = 0;
    while (at < line.length()) {
      char first = line.charAt(at);
      if (Character.isWhitespace(first)) {
        at++;
      } else if (first == '"') {
        int end = line.indexOf('"', at + 1);
        if (end < 0) {
          throw new InferenceException(
              "The quote before “" + line.substring(at + 1) + "” has no end: add another one.");
        }
        words.add(new NamedToken(line.substring(at + 1, end), true));
        at = end + 1;
      } else {
        int end = at;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
          end++;
        }
        words.add(new NamedToken(line.substring(at, end), false));
        at = end;
      }
    }
    return words;
  }

  /// The ids of all words of a line.
  ///
  /// @throws InferenceException if one is not one token; the message names it
  public static List<Integer> idsIn(String line, Vocabulary vocabulary) {
    return split(line).stream().map(word -> word.idIn(vocabulary)).toList();
  }

  /// The id of this token; empty if the word is not one token.
  public OptionalInt find(Vocabulary vocabulary) {
    var within = exact ? OptionalInt.empty() : vocabulary.find(" " + word);
    return within.isPresent() ? within : vocabulary.find(word);
  }

  /// @throws InferenceException if the word is not one token
  int idIn(Vocabulary vocabulary) {
    return find(vocabulary)
        .orElseThrow(
            () ->
                new InferenceException(
                    "“" + word + "” is not one token of this model. Only tokens have a vector."));
  }
}
