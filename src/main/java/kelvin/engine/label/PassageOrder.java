package kelvin.engine.label;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kelvin.engine.PassageScorer;
import kelvin.inference.Cancellation;

/// Orders passages so that the model runs the fewest tokens, and computes the cost of each.
///
/// They are a walk through their trie: a prefix that neighbours share is run once, if the model
/// keeps a cache.
final class PassageOrder {

  private final List<Passage> passages;
  private final int[] costs;
  private final long totalCost;
  private final long naiveCost;

  /// @throws kelvin.inference.CancelledException when cancelled
  PassageOrder(List<Passage> unordered, Cancellation cancellation) {
    passages = TrieWalk.of(unordered, cancellation);
    costs = costs(passages, cancellation);
    totalCost = Arrays.stream(costs).asLongStream().sum();
    naiveCost = passages.stream().mapToLong(Passage::length).sum();
  }

  /// Simulates the rows that `PassageScorer` keeps and the tokens that a model with a cache
  /// reuses.
  private static int[] costs(List<Passage> passages, Cancellation cancellation) {
    var costs = new int[passages.size()];
    var rows = new BitSet();
    int[] known = new int[0];
    int[] cached = new int[0];
    for (int i = 0; i < costs.length; i++) {
      cancellation.throwIfCancelled();
      var passage = passages.get(i);
      int commonPrefix = commonPrefix(known, passage.ids());
      rows.clear(commonPrefix, Math.max(commonPrefix, rows.length()));
      int last = passage.length() - 1;
      int first = rows.nextClearBit(passage.from() - 1);
      known = Arrays.copyOf(passage.ids(), Math.max(commonPrefix, first < last ? last : 0));
      if (first < last) {
        int run = PassageScorer.firstToRun(first, last);
        costs[i] = last - Math.min(run, commonPrefix(cached, passage.ids()));
        cached = Arrays.copyOf(passage.ids(), last);
        rows.set(run, last);
      }
    }
    return costs;
  }

  private static int commonPrefix(int[] some, int[] others) {
    int mismatch = Arrays.mismatch(some, others);
    return mismatch < 0 ? some.length : mismatch;
  }

  int size() {
    return passages.size();
  }

  Passage get(int index) {
    return passages.get(index);
  }

  /// The number of tokens that the passage runs, after the passages before it.
  int cost(int index) {
    return costs[index];
  }

  long totalCost() {
    return totalCost;
  }

  /// The number of tokens to run if every prompt with every label were run separately.
  long naiveCost() {
    return naiveCost;
  }
}
