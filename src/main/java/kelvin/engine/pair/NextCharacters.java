package kelvin.engine.pair;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;

/// The distribution over the next character, which models with different tokenizers share.
///
/// Each token begins with a byte, so the probability of a byte is the sum over the tokens that
/// begin with it. That is exact for every vocabulary. A byte below 128 is a character. One above is
/// the first of several characters, which are not told apart: vocabularies cut them in different
/// ways.
public final class NextCharacters {

  /// The entry for tokens without text, such as the end of the text, and for padding.
  private static final int NONE = 256;

  private static final int ASCII = 128;

  private final double[] probabilities;

  private NextCharacters(double[] probabilities) {
    this.probabilities = probabilities;
  }

  /// @param row the logits after a text, by token id; left unchanged
  public static NextCharacters of(float[] row, Vocabulary vocabulary) {
    var distribution = Distribution.of(Logits.owning(row.clone()), 1);
    var sums = new double[NONE + 1];
    // From the small end, so that small terms are not lost.
    for (int rank = distribution.count(); rank >= 1; rank--) {
      sums[first(vocabulary, distribution.logits().tokenAtRank(rank))] +=
          distribution.probability(rank);
    }
    return new NextCharacters(sums);
  }

  private static int first(Vocabulary vocabulary, int id) {
    return vocabulary.isPadding(id) || vocabulary.isSpecial(id)
        ? NONE
        : vocabulary.bytes(id)[0] & 0xFF;
  }

  /// One next character, or one first byte, for two models.
  ///
  /// @param character visible; `⟨C3⟩` for a byte that begins a longer character, and `⟨no text⟩`
  ///     for the end of the text and other tokens without text
  public record Shared(String character, double probability, double againstProbability) {}

  /// The most probable next characters of both models together, by the sum of their two
  /// probabilities.
  ///
  /// @param max the largest number of them
  public List<Shared> beside(NextCharacters against, int max) {
    return IntStream.rangeClosed(0, NONE)
        .mapToObj(i -> new Shared(name(i), probabilities[i], against.probabilities[i]))
        .filter(shared -> shared.probability() + shared.againstProbability() > 0)
        .sorted(
            Comparator.comparingDouble(
                    (Shared shared) -> shared.probability() + shared.againstProbability())
                .reversed())
        .limit(max)
        .toList();
  }

  /// ½ Σ |p − q| over the next characters: how much any set of them can differ.
  public double totalVariation(NextCharacters against) {
    double sum = 0;
    for (int i = 0; i <= NONE; i++) {
      sum += Math.abs(probabilities[i] - against.probabilities[i]);
    }
    return Math.min(1, sum / 2);
  }

  private static String name(int entry) {
    if (entry == NONE) {
      return "⟨no text⟩";
    }
    return entry < ASCII
        ? VisibleText.of(Character.toString(entry))
        : VisibleText.ofBytes(new byte[] {(byte) entry});
  }
}
