package kelvin.distribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Compares many draws from one distribution with its final probabilities.
///
/// @param bins in rank order: one bin for each rank with at least 5 expected draws, then one bin
///     for all other ranks
/// @param chiSquare Σ (observed − expected)² / expected
/// @param pValue the probability of a greater χ² if the draws follow the probabilities; 1 if
///     there is only one bin
public record DrawHistogram(long draws, List<Bin> bins, double chiSquare, double pValue) {

  private static final double MIN_EXPECTED = GoodnessOfFit.MIN_EXPECTED;

  /// @param firstRank 1-based
  /// @param lastRank equal to `firstRank`, except in the last bin
  public record Bin(int firstRank, int lastRank, long observed, double expected) {}

  public DrawHistogram {
    bins = List.copyOf(bins);
  }

  /// Draws `draws` tokens, with the step numbers `firstStep`, `firstStep + 1` and so on.
  ///
  /// @param draws at least 1
  public static DrawHistogram of(
      TruncatedDistribution distribution, DrawMode mode, long seed, long firstStep, int draws) {
    return whileWanted(distribution, mode, seed, firstStep, draws, () -> true).orElseThrow();
  }

  /// The same, given up as soon as nobody waits for it. With Gumbel noise, a thousand draws from a
  /// flat distribution over a quarter of a million tokens take seconds.
  ///
  /// @param isWanted asked before each draw
  /// @return empty if it was given up
  public static Optional<DrawHistogram> whileWanted(
      TruncatedDistribution distribution,
      DrawMode mode,
      long seed,
      long firstStep,
      int draws,
      BooleanSupplier isWanted) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws must be at least 1, was " + draws);
    }
    var counts = new HashMap<Integer, Integer>();
    for (int i = 0; i < draws; i++) {
      if (!isWanted.getAsBoolean()) {
        return Optional.empty();
      }
      counts.merge(mode.draw(distribution, seed, firstStep + i).rank(), 1, Integer::sum);
    }
    return Optional.of(ofCounts(distribution, counts, draws));
  }

  /// @param counts the number of draws of each rank
  private static DrawHistogram ofCounts(
      TruncatedDistribution distribution, Map<Integer, Integer> counts, int draws) {
    var bins = new ArrayList<Bin>();
    var survivors = distribution.survivors();
    int rank = survivors.first();
    long counted = 0;
    while (rank <= survivors.last()
        && draws * distribution.finalProbability(rank) >= MIN_EXPECTED) {
      int observed = counts.getOrDefault(rank, 0);
      bins.add(new Bin(rank, rank, observed, draws * distribution.finalProbability(rank)));
      counted += observed;
      rank++;
    }
    if (rank <= survivors.last()) {
      double expected = draws * survivors.massOf(rank, survivors.last());
      merge(bins, new Bin(rank, survivors.last(), draws - counted, expected));
    }
    var fit =
        GoodnessOfFit.of(
            bins.stream().map(bin -> new GoodnessOfFit.Cell(bin.observed, bin.expected)).toList());
    return new DrawHistogram(draws, bins, fit.chiSquare(), fit.pValue());
  }

  /// The degrees of freedom of χ²: the number of bins minus 1, because the total number of draws
  /// is fixed.
  public int degreesOfFreedom() {
    return bins.size() - 1;
  }

  /// Adds the bin of the remaining ranks, or merges it with the last bin if it is too small.
  private static void merge(List<Bin> bins, Bin rest) {
    if (rest.expected >= MIN_EXPECTED || bins.isEmpty()) {
      bins.add(rest);
      return;
    }
    var last = bins.removeLast();
    bins.add(
        new Bin(
            last.firstRank,
            rest.lastRank,
            last.observed + rest.observed,
            last.expected + rest.expected));
  }
}
