package kelvin.engine.label;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import kelvin.inference.Cancellation;

/// Orders passages as a walk through the trie of their tokens, so that neighbours share the longest
/// prefixes.
///
/// Where the trie branches, the branch with the shorter passages comes first. So passages of about
/// the same length are neighbours, too, and a batch of them is filled up with few tokens.
final class TrieWalk {

  /// Equal passages are sorted by index, so that the order is always the same.
  private static final Comparator<Passage> BY_TOKENS =
      ((Comparator<Passage>) Passage::compareIds)
          .thenComparingInt(Passage::question)
          .thenComparingInt(Passage::label);

  private TrieWalk() {}

  /// Passages with a common prefix, which are neighbours in the order of their tokens.
  ///
  /// @param to the place after the last
  /// @param longest the number of tokens of the longest
  private record Branch(int from, int to, int longest) {}

  /// @throws kelvin.inference.CancelledException when cancelled
  static List<Passage> of(List<Passage> unordered, Cancellation cancellation) {
    var sorted = new ArrayList<>(unordered);
    sorted.sort(BY_TOKENS);
    var walk = new ArrayList<Passage>(sorted.size());
    var open = new ArrayDeque<Branch>();
    open.push(new Branch(0, sorted.size(), 0));
    while (!open.isEmpty()) {
      cancellation.throwIfCancelled();
      var branch = open.pop();
      var passages = sorted.subList(branch.from(), branch.to());
      if (passages.isEmpty()) {
        continue;
      }
      int common = commonPrefix(passages.getFirst(), passages.getLast());
      int ended = 0;
      while (ended < passages.size() && passages.get(ended).length() == common) {
        walk.add(passages.get(ended));
        ended++;
      }
      var branches = branches(sorted, branch.from() + ended, branch.to(), common);
      branches.sort(Comparator.comparingInt(Branch::longest));
      branches.reversed().forEach(open::push);
    }
    return List.copyOf(walk);
  }

  /// The branches of passages that are longer than what they share.
  private static List<Branch> branches(List<Passage> sorted, int from, int to, int shared) {
    var branches = new ArrayList<Branch>();
    int begin = from;
    int longest = 0;
    for (int i = from; i < to; i++) {
      longest = Math.max(longest, sorted.get(i).length());
      boolean last = i + 1 == to;
      if (last || sorted.get(i + 1).ids()[shared] != sorted.get(i).ids()[shared]) {
        branches.add(new Branch(begin, i + 1, longest));
        begin = i + 1;
        longest = 0;
      }
    }
    return branches;
  }

  private static int commonPrefix(Passage some, Passage other) {
    int mismatch = Arrays.mismatch(some.ids(), other.ids());
    return mismatch < 0 ? some.length() : mismatch;
  }
}
