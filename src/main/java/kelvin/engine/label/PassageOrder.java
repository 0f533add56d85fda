package kelvin.engine.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import kelvin.engine.PassageScorer;

/// The order in which passages run the model for the fewest tokens, and what each costs.
///
/// Sorted by their tokens they are a walk through the trie of all: what two neighbours share is
/// run once, as far as the model keeps a cache.
final class PassageOrder {

  private final List<Passage> passages;
  private final int[] costs;

  PassageOrder(List<Passage> unordered) {
    var sorted = new ArrayList<>(unordered);
    // By place where tokens are equal, so that the order is always the same.
    sorted.sort(
        ((Comparator<Passage>) Passage::compareIds)
            .thenComparingInt(Passage::question)
            .thenComparingInt(Passage::label));
    passages = List.copyOf(sorted);
    costs = costs(passages);
  }

  /// Follows what `PassageScorer` keeps and what a model with a cache reuses.
  private static int[] costs(List<Passage> passages) {
    var costs = new int[passages.size()];
    var rows = new BitSet();
    int[] known = new int[0];
    int[] cached = new int[0];
    for (int i = 0; i < costs.length; i++) {
      var passage = passages.get(i);
      int common = common(known, passage.ids());
      rows.clear(common, Math.max(common, rows.length()));
      int last = passage.length() - 1;
      int first = rows.nextClearBit(passage.from() - 1);
      known = Arrays.copyOf(passage.ids(), Math.max(common, first < last ? last : 0));
      if (first < last) {
        int run = PassageScorer.firstToRun(first, last);
        costs[i] = last - Math.min(run, common(cached, passage.ids()));
        cached = Arrays.copyOf(passage.ids(), last);
        rows.set(run, last);
      }
    }
    return costs;
  }

  private static int common(int[] some, int[] others) {
    int mismatch = Arrays.mismatch(some, others);
    return mismatch < 0 ? some.length : mismatch;
  }

  int size() {
    return passages.size();
  }

  Passage get(int index) {
    return passages.get(index);
  }

  /// How many tokens the passage runs after those before it.
  int cost(int index) {
    return costs[index];
  }

  long totalCost() {
    return Arrays.stream(costs).asLongStream().sum();
  }

  /// How many tokens would run if every prompt with every label were run by itself.
  long naiveCost() {
    return passages.stream().mapToLong(Passage::length).sum();
  }
}
