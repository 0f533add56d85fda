package kelvin.engine.label;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A label with its log-likelihood after the prompt, token by token.
///
/// Always uses the model's own distribution. A temperature would change which label of several
/// tokens is the most probable, and a cut would make a removed label impossible.
///
/// @param text the label exactly as it follows the prompt; the first of several spellings
/// @param tokens the scored tokens of that text, at least one
/// @param others the other spellings, each without others of its own
public record ScoredLabel(String text, List<LabelToken> tokens, List<ScoredLabel> others) {

  public ScoredLabel {
    tokens = List.copyOf(tokens);
    others = List.copyOf(others);
  }

  /// A label with one spelling.
  public ScoredLabel(String text, List<LabelToken> tokens) {
    this(text, tokens, List.of());
  }

  /// Each spelling as a label of its own, the first one first.
  public List<ScoredLabel> spellings() {
    return others.isEmpty()
        ? List.of(this)
        : Stream.concat(Stream.of(new ScoredLabel(text, tokens)), others.stream()).toList();
  }

  List<Integer> tokenIds() {
    return tokens.stream().map(LabelToken::id).toList();
  }

  /// Σ ln p of its tokens, nats; −∞ when one of them is impossible. Of several spellings ln of the
  /// sum of their probabilities, in which one that begins with another counts as part of that one.
  public double logProbability() {
    if (!others.isEmpty()) {
      return logOfSum(counted(spellings()));
    }
    double sum = 0;
    for (var token : tokens) {
      sum += token.score().logProbability();
    }
    return sum;
  }

  private static double logOfSum(List<ScoredLabel> spellings) {
    double max = Double.NEGATIVE_INFINITY;
    for (var spelling : spellings) {
      max = Math.max(max, spelling.logProbability());
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (var spelling : spellings) {
      sum += StrictMath.exp(spelling.logProbability() - max);
    }
    return max + StrictMath.log(sum);
  }

  /// The texts that do not begin with another one: their probabilities can be added.
  static List<ScoredLabel> counted(List<ScoredLabel> spellings) {
    var counted = new ArrayList<ScoredLabel>();
    for (int i = 0; i < spellings.size(); i++) {
      if (!isWithinAnother(spellings, i)) {
        counted.add(spellings.get(i));
      }
    }
    return counted;
  }

  private static boolean isWithinAnother(List<ScoredLabel> spellings, int index) {
    var ids = spellings.get(index).tokenIds();
    for (int i = 0; i < spellings.size(); i++) {
      var other = spellings.get(i).tokenIds();
      boolean begins = other.size() <= ids.size() && other.equals(ids.subList(0, other.size()));
      // Of two equal ones the first one counts.
      if (i != index && begins && (other.size() < ids.size() || i < index)) {
        return true;
      }
    }
    return false;
  }

  /// e^logProbability: the probability that the text continues with this label.
  public double probability() {
    return StrictMath.exp(logProbability());
  }

  /// The lengths that normalisations divide by: those of the first spelling.
  public LabelLength length() {
    return LabelLength.of(text, tokens.size());
  }
}
