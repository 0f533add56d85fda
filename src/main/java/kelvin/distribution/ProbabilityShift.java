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
    boolean sameRanks = first.logits().equals(second.logits());
    var gained = new PriorityQueue<>(byGain.reversed());
    var lost = new PriorityQueue<>(byLoss.reversed());
    var firsts = first.probabilities();
    var seconds = second.probabilities();
    for (int rank = 1; rank <= first.count(); rank++) {
      int tokenId = first.logits().tokenAtRank(rank);
      int other = sameRanks ? rank : second.logits().rankOf(tokenId);
      double before = firsts[rank - 1];
      double after = seconds[other - 1];
      var kept = after > before ? gained : lost;
      if (after != before && !isBehind(kept, Math.abs(after - before), most)) {
        kept.add(new ProbabilityShift(tokenId, before, after, rank, other));
        if (kept.size() > most) {
          kept.remove();
        }
      }
    }
    return new Largest(sorted(gained, byGain), sorted(lost, byLoss));
  }

  /// Whether all that are kept are larger, as for most tokens of a vocabulary.
  private static boolean isBehind(PriorityQueue<ProbabilityShift> kept, double size, int most) {
    var smallest = kept.peek();
    return kept.size() >= most && smallest != null && size < Math.abs(smallest.change());
  }

  private static List<ProbabilityShift> sorted(
      PriorityQueue<ProbabilityShift> kept, Comparator<ProbabilityShift> order) {
    var list = new ArrayList<>(kept);
    list.sort(order);
    return list;
  }
}
