package kelvin.engine.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kelvin.inference.InferenceException;
import kelvin.text.Vocabulary;

/// A weighted sum of the vectors of tokens, such as king − man + woman.
public record TokenSum(List<Term> terms) {

  /// A token and the number that its vector is multiplied by.
  public record Term(int id, double weight) {}

  public TokenSum {
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a sum has at least one term");
    }
    terms = List.copyOf(terms);
  }

  /// The sum a − b + c.
  public static TokenSum of(int a, int b, int c) {
    return new TokenSum(List.of(new Term(a, 1), new Term(b, -1), new Term(c, 1)));
  }

  /// Reads a sum of words, such as `king - man + woman`. A word that starts with + or − stands in
  /// quotes.
  ///
  /// @throws InferenceException if it cannot be read; the message says where and what to do
  public static TokenSum read(String line, Vocabulary vocabulary) {
    var terms = new ArrayList<Term>();
    double weight = 1;
    boolean wantsWord = true;
    for (var part : NamedToken.split(line)) {
      var word = part.word();
      boolean signed = !part.exact() && sign(word) != 0;
      if (signed) {
        if (wantsWord && !terms.isEmpty()) {
          throw new InferenceException("A word is missing before “" + word + "”.");
        }
        weight = sign(word);
        wantsWord = true;
        word = word.substring(1);
        if (word.isEmpty()) {
          continue;
        }
      }
      if (!wantsWord) {
        throw new InferenceException("Put + or - before “" + word + "”.");
      }
      terms.add(new Term(new NamedToken(word, part.exact()).idIn(vocabulary), weight));
      weight = 1;
      wantsWord = false;
    }
    if (wantsWord) {
      throw new InferenceException(
          terms.isEmpty()
              ? "Type a sum of words, such as king - man + woman."
              : "A word is missing at the end of “" + line.strip() + "”.");
    }
    return new TokenSum(terms);
  }

  /// 1 or −1 for a word that begins with a sign, else 0.
  private static int sign(String word) {
    return switch (word.charAt(0)) {
      case '+' -> 1;
      case '-', '−' -> -1;
      default -> 0;
    };
  }

  /// The ids of all summands.
  public Set<Integer> ids() {
    return terms.stream().map(Term::id).collect(Collectors.toSet());
  }

  /// The sum in the words of a vocabulary: `king − man + woman`.
  public String text(Vocabulary vocabulary) {
    var text = new StringBuilder();
    for (var term : terms) {
      var sign = term.weight() < 0 ? "−" : "+";
      if (!text.isEmpty()) {
        text.append(' ').append(sign).append(' ');
      } else if (term.weight() < 0) {
        text.append(sign);
      }
      text.append(vocabulary.visibleText(term.id()));
    }
    return text.toString();
  }
}
