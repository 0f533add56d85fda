package kelvin.engine.next;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSweep;

/// Asks how the most probable tokens change with the temperature.
///
/// @param ranks of the tokens, 1-based
/// @param p the mass of the nucleus whose size is measured
public record FilmQuestion(Logits logits, List<Integer> ranks, double p) {

  private static final double MIN_TEMPERATURE = 0.05;
  private static final double MAX_TEMPERATURE = 10;
  private static final int SAMPLES = 64;
  private static final List<Double> TEMPERATURES = temperatures();

  /// The number of most probable tokens in the film.
  private static final int TOKENS = 6;

  /// The nucleus that is measured while top-p is off.
  private static final double DEFAULT_P = 0.9;

  public FilmQuestion {
    ranks = List.copyOf(ranks);
  }

  /// Asks about the most probable tokens and some more.
  ///
  /// @param watchedIds the further tokens; ids that the logits do not have are left out
  /// @param topP 1 for off
  public static FilmQuestion of(Logits logits, List<Integer> watchedIds, double topP) {
    var ranks = new LinkedHashSet<Integer>();
    IntStream.rangeClosed(1, Math.min(TOKENS, logits.finiteCount())).forEach(ranks::add);
    watchedIds.stream().filter(id -> id < logits.count()).map(logits::rankOf).forEach(ranks::add);
    double p = topP > 0 && topP < 1 ? topP : DEFAULT_P;
    return new FilmQuestion(logits, List.copyOf(ranks), p);
  }

  /// Returns whether a token has a line only because it is watched.
  public static boolean isWatched(int rank) {
    return rank > TOKENS;
  }

  /// Computes the film by one pass over the vocabulary for each temperature.
  public TemperatureSweep compute() {
    return TemperatureSweep.of(logits, ranks, TEMPERATURES, p);
  }

  private static List<Double> temperatures() {
    double ratio = MAX_TEMPERATURE / MIN_TEMPERATURE;
    return IntStream.range(0, SAMPLES)
        .mapToObj(i -> MIN_TEMPERATURE * Math.pow(ratio, i / (SAMPLES - 1.0)))
        .toList();
  }
}
