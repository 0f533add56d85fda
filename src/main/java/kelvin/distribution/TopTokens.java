package kelvin.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The most probable next tokens of a model that tells no others: the exact probability of each,
/// and a bound for every other token.
///
/// With m the mass of these tokens and p_N the probability of the last, no other token has more
/// than min(1 − m, p_N). Probabilities are those of the model: τ = 1, nothing removed.
public final class TopTokens {

  /// The error that servers' rounding makes in a sum of probabilities.
  private static final double ROUNDED = 1e-3;

  private final List<Listed> tokens;
  private final int vocabularySize;
  private final double[] masses;
  private final double most;

  /// A token with its log-probability.
  ///
  /// @param logProbability ln p, nats; finite
  public record Listed(int id, float logProbability) {

    double probability() {
      return StrictMath.exp(logProbability);
    }
  }

  private TopTokens(List<Listed> tokens, int vocabularySize, double[] masses, double most) {
    this.tokens = tokens;
    this.vocabularySize = vocabularySize;
    this.masses = masses;
    this.most = most;
  }

  /// Takes tokens in any order, each once.
  ///
  /// @param next the log-probability that no other token exceeds; that of the last token where
  ///     nothing more is known
  /// @param vocabularySize the number of all tokens
  /// @throws InvalidLogitsException if no distribution has these numbers
  public static TopTokens of(List<Listed> given, float next, int vocabularySize) {
    var tokens = new ArrayList<>(given);
    tokens.sort(
        Comparator.comparingDouble((Listed token) -> -token.logProbability())
            .thenComparingInt(Listed::id));
    check(tokens, vocabularySize);
    var masses = new double[tokens.size()];
    double mass = 0;
    for (int i = 0; i < masses.length; i++) {
      mass += tokens.get(i).probability();
      masses[i] = Math.min(1, mass);
    }
    double rest = Math.max(0, 1 - mass);
    double most = Math.min(rest, Math.min(tokens.getLast().probability(), StrictMath.exp(next)));
    int others = vocabularySize - tokens.size();
    if (!(mass <= 1 + ROUNDED) || rest > others * most + ROUNDED) {
      throw new InvalidLogitsException(
          String.format(
              Locale.ROOT,
              "the %,d most probable tokens have %.4g of the mass, and the %,d others at most %.4g each",
              tokens.size(),
              mass,
              others,
              most));
    }
    return new TopTokens(List.copyOf(tokens), vocabularySize, masses, most);
  }

  private static void check(List<Listed> tokens, int vocabularySize) {
    if (tokens.isEmpty()) {
      throw new InvalidLogitsException("the list of the most probable tokens is empty");
    }
    for (var token : tokens) {
      if (!Float.isFinite(token.logProbability())
          || token.id() < 0
          || token.id() >= vocabularySize) {
        throw new InvalidLogitsException(
            "token " + token.id() + " has the log-probability " + token.logProbability());
      }
    }
  }

  /// The tokens by rank, the most probable first.
  public List<Listed> tokens() {
    return tokens;
  }

  /// The number of tokens whose probability is known.
  public int count() {
    return tokens.size();
  }

  /// The number of all tokens.
  public int vocabularySize() {
    return vocabularySize;
  }

  /// The number of tokens of which only the bound is known.
  public int others() {
    return vocabularySize - count();
  }

  /// The mass of the known tokens, 0..1.
  public double mass() {
    return massOf(count());
  }

  /// The mass of the first ranks up to this one, 0..1.
  double massOf(int rank) {
    return masses[rank - 1];
  }

  /// The mass of all others together.
  public double rest() {
    return 1 - mass();
  }

  /// The probability that none of the others exceeds.
  public double bound() {
    return most;
  }

  /// The row of logits in which all others are equally probable. Of all rows with these known
  /// tokens it has the greatest entropy. What differs from row to row is not known: see
  /// `TopBounds`.
  public Logits logits() {
    var values = new float[vocabularySize];
    float last = tokens.getLast().logProbability();
    float share = (float) StrictMath.log(Math.min(most, rest() / others()));
    // The known tokens take the first ranks, whatever their ids are.
    Arrays.fill(values, others() == 0 ? last : Math.min(share, Math.nextDown(last)));
    tokens.forEach(token -> values[token.id()] = token.logProbability());
    return Logits.of(values, this);
  }
}
