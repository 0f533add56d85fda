package kelvin.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What became of one token from one distribution to another.
///
/// @param before its probability in the first
/// @param after its probability in the second
/// @param rankBefore 1-based
/// @param rankAfter 1-based
public record ProbabilityShift(
    int tokenId, double before, double after, int rankBefore, int rankAfter) {

  public double change() {
    return after - before;
  }

  /// The tokens that gained most and those that lost most.
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

  /// The largest shifts over one vocabulary, at most `most` each way; ties by token id.
  ///
  /// @param most at least 1
  /// @throws IllegalArgumentException when the vocabularies have different sizes
  public static Largest between(Distribution first, Distribution second, int most) {
    if (first.count() != second.count()) {
      throw new IllegalArgumentException(
          "the vocabularies differ: " + first.count() + " and " + second.count() + " tokens");
    }
    if (most < 1) {
      throw new IllegalArgumentException("at least one shift must be wanted, not " + most);
    }
    var comparison = new Comparison(first, second, new Kept(most), new Kept(most));
    // Neighbours in rank change alike, so a few of them show what is too small to matter; without
    // that, each of ten thousand tokens may change more than the one before.
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

  private record Comparison(Distribution first, Distribution second, Kept gained, Kept lost) {

    void take(int rank) {
      int other = rankInSecond(rank);
      double change = second.probabilityFromMasses(other) - first.probabilityFromMasses(rank);
      if (change == 0 || Math.abs(change) < (change > 0 ? gained : lost).threshold) {
        return;
      }
      // Masses are rounded: what is left of equal probabilities is no change.
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

    /// Another temperature of the same logits ranks the same.
    private int rankInSecond(int rank) {
      return first.logits().equals(second.logits())
          ? rank
          : second.logits().rankOf(first.logits().tokenAtRank(rank));
    }
  }

  /// The largest of those that came, sorted anew only when many have come.
  private static final class Kept {

    private static final Comparator<ProbabilityShift> ORDER =
        Comparator.<ProbabilityShift>comparingDouble(shift -> -Math.abs(shift.change()))
            .thenComparingInt(ProbabilityShift::tokenId);

    private final int most;
    private final List<ProbabilityShift> shifts = new ArrayList<>();

    /// Nothing smaller can be among the largest; a trifle low, for the rounding of masses.
    private double threshold;

    Kept(int most) {
      this.most = most;
    }

    void add(ProbabilityShift shift) {
      shifts.add(shift);
      if (shifts.size() >= 4 * most) {
        largest();
      }
    }

    List<ProbabilityShift> largest() {
      shifts.sort(ORDER);
      if (shifts.size() > most) {
        shifts.subList(most, shifts.size()).clear();
        threshold = (1 - 1e-9) * Math.abs(shifts.getLast().change());
      }
      return shifts;
    }
  }
}
