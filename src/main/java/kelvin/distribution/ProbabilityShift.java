package kelvin.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

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

  /// The largest shifts over one vocabulary, at most `most` each way; ties by token id.
  ///
  /// @throws IllegalArgumentException when the vocabularies have different sizes
  public static Largest between(Distribution first, Distribution second, int most) {
    if (first.count() != second.count()) {
      throw new IllegalArgumentException(
          "the vocabularies differ: " + first.count() + " and " + second.count() + " tokens");
    }
    var byGain =
        Comparator.comparingDouble(ProbabilityShift::change)
            .reversed()
            .thenComparingInt(ProbabilityShift::tokenId);
    var byLoss =
        Comparator.comparingDouble(ProbabilityShift::change)
            .thenComparingInt(ProbabilityShift::tokenId);
    var gained = new PriorityQueue<>(byGain.reversed());
    var lost = new PriorityQueue<>(byLoss.reversed());
    for (int rank = 1; rank <= first.count(); rank++) {
      int tokenId = first.logits().tokenAtRank(rank);
      int other = second.logits().rankOf(tokenId);
      double before = first.probability(rank);
      double after = second.probability(other);
      if (after > before) {
        keep(gained, new ProbabilityShift(tokenId, before, after, rank, other), most);
      } else if (after < before) {
        keep(lost, new ProbabilityShift(tokenId, before, after, rank, other), most);
      }
    }
    return new Largest(sorted(gained, byGain), sorted(lost, byLoss));
  }

  private static void keep(PriorityQueue<ProbabilityShift> kept, ProbabilityShift shift, int most) {
    kept.add(shift);
    if (kept.size() > most) {
      kept.remove();
    }
  }

  private static List<ProbabilityShift> sorted(
      PriorityQueue<ProbabilityShift> kept, Comparator<ProbabilityShift> order) {
    var list = new ArrayList<>(kept);
    list.sort(order);
    return list;
  }
}
