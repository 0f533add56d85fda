package kelvin.distribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import kelvin.math.ChiSquare;

/// Many draws from one distribution beside what its final probabilities foretell.
///
/// @param bins in rank order: the ranks with an expectation of at least 5 draws each, then the rest
///     together
/// @param chiSquare Σ (observed − expected)² / expected
/// @param pValue how probable a greater χ² is if the draws follow the probabilities; 1 where there
///     is one bin alone
public record DrawHistogram(long draws, List<Bin> bins, double chiSquare, double pValue) {

  /// Pearson's approximation asks for at least this many expected draws in a bin.
  private static final double LEAST_EXPECTED = 5;

  /// @param firstRank 1-based
  /// @param lastRank the same as `firstRank` but for the last bin
  public record Bin(int firstRank, int lastRank, long observed, double expected) {}

  public DrawHistogram {
    bins = List.copyOf(bins);
  }

  /// Draws with the steps `firstStep`, `firstStep + 1` and so on.
  ///
  /// @param draws at least 1
  public static DrawHistogram of(
      TruncatedDistribution distribution, DrawMode mode, long seed, long firstStep, int draws) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws must be at least 1, was " + draws);
    }
    var counts = new HashMap<Integer, Integer>();
    for (int i = 0; i < draws; i++) {
      counts.merge(mode.draw(distribution, seed, firstStep + i).rank(), 1, Integer::sum);
    }
    var bins = new ArrayList<Bin>();
    var survivors = distribution.survivors();
    int rank = survivors.first();
    long counted = 0;
    while (rank <= survivors.last()
        && draws * distribution.finalProbability(rank) >= LEAST_EXPECTED) {
      int observed = counts.getOrDefault(rank, 0);
      bins.add(new Bin(rank, rank, observed, draws * distribution.finalProbability(rank)));
      counted += observed;
      rank++;
    }
    if (rank <= survivors.last()) {
      double expected = draws * survivors.massOf(rank, survivors.last());
      merge(bins, new Bin(rank, survivors.last(), draws - counted, expected));
    }
    double chiSquare = bins.stream().mapToDouble(DrawHistogram::term).sum();
    return new DrawHistogram(
        draws,
        bins,
        chiSquare,
        bins.size() == 1 ? 1 : ChiSquare.survival(chiSquare, bins.size() - 1));
  }

  /// Of the χ²: one less than there are bins, because the numbers of draws are the same.
  public int degreesOfFreedom() {
    return bins.size() - 1;
  }

  /// A rest too small for a bin of its own joins the last one.
  private static void merge(List<Bin> bins, Bin rest) {
    if (rest.expected >= LEAST_EXPECTED || bins.isEmpty()) {
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

  private static double term(Bin bin) {
    double gap = bin.observed - bin.expected;
    return bin.expected > 0 ? gap * gap / bin.expected : 0;
  }
}
