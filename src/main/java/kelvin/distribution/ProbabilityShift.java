package kelvin.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The change of one token's probability and rank from one distribution to another.
///
/// @param before the probability in the first distribution
/// @param after the probability in the second distribution
/// @param rankBefore 1-based
/// @param rankAfter 1-based
public record ProbabilityShift(
    int tokenId, double before, double after, int rankBefore, int rankAfter) {

  public double change() {
    return after - before;
  }

  /// The tokens with the largest gains and losses.
  ///
  /// @param gained greatest gain first
  /// @param lost greatest loss first
  public record Largest(List<ProbabilityShift> gained, List<ProbabilityShift> lost) {

    public Largest {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }
  }

  private static final int STRIDE = 32;

  /// Finds the largest shifts, at most `max` gains and `max` losses; ties by token id.
  ///
  /// @param max at least 1
  /// @throws IllegalArgumentException when the vocabularies have different sizes
  public static Largest between(Distribution first, Distribution second, int max) {
    if (first.count() != second.count()) {
      throw new IllegalArgumentException(
          "the vocabularies differ: " + first.count() + " and " + second.count() + " tokens");
    }
    if (max < 1) {
      throw new IllegalArgumentException("the number of shifts must be at least 1, was " + max);
    }
    var comparison = new Comparison(first, second, new LargestShifts(max), new LargestShifts(max));
    // First look at every 32nd rank. Neighbours in rank change by similar amounts, so this gives
    // a threshold that skips most small changes. Without it, each of ten thousand tokens could
    // change more than the one before and would be stored.
    for (int rank = 1; rank <= first.count(); rank += STRIDE) {
      comparison.take(rank);
    }
    comparison.gained.largest();
    comparison.lost.largest();
    for (int rank = 1; rank <= first.count(); rank++) {
      if ((rank - 1) % STRIDE != 0) {
        comparison.take(rank);
      }
    }
    return new Largest(comparison.gained.largest(), comparison.lost.largest());
  }

  private record Comparison(
      Distribution first, Distribution second, LargestShifts gained, LargestShifts lost) {

    void take(int rank) {
      int other = rankInSecond(rank);
      double change = second.probabilityFromMasses(other) - first.probabilityFromMasses(rank);
      if (change == 0 || Math.abs(change) < (change > 0 ? gained : lost).threshold) {
        return;
      }
      // Masses are rounded: equal probabilities may seem to differ, so the exact ones decide.
      var shift =
          new ProbabilityShift(
              first.logits().tokenAtRank(rank),
              first.probability(rank),
              second.probability(other),
              rank,
              other);
      if (shift.change() != 0) {
        (shift.change() > 0 ? gained : lost).add(shift);
      }
    }

    /// The same logits have the same ranking at every temperature.
    private int rankInSecond(int rank) {
      return first.logits().equals(second.logits())
          ? rank
          : second.logits().rankOf(first.logits().tokenAtRank(rank));
    }
  }

  /// Collects the largest shifts. Sorts them only when many have been added.
  private static final class LargestShifts {

    private static final Comparator<ProbabilityShift> ORDER =
        Comparator.<ProbabilityShift>comparingDouble(shift -> -Math.abs(shift.change()))
            .thenComparingInt(ProbabilityShift::tokenId);

    private final int max;
    private final List<ProbabilityShift> shifts = new ArrayList<>();

    /// Smaller shifts cannot be among the largest. Slightly too low, to allow for the rounding of
    /// masses.
    private double threshold;

    LargestShifts(int max) {
      this.max = max;
    }

    void add(ProbabilityShift shift) {
      shifts.add(shift);
      if (shifts.size() >= 4 * max) {
        largest();
      }
    }

    List<ProbabilityShift> largest() {
      shifts.sort(ORDER);
      if (shifts.size() > max) {
        shifts.subList(max, shifts.size()).clear();
        threshold = (1 - 1e-9) * Math.abs(shifts.getLast().change());
      }
      return shifts;
    }
  }
}
