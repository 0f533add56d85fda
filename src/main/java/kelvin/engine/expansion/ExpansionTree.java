package kelvin.engine.expansion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kelvin.distribution.Distribution;
import kelvin.engine.path.CompensatedSum;
import kelvin.engine.path.PathText;
import kelvin.engine.path.SearchEnd;
import kelvin.engine.path.TokenPath;
import kelvin.inference.LoadedModel;
import kelvin.text.Vocabulary;

/// The tree of continuations after a context. It grows best first: the path with the highest joint
/// probability is expanded next.
///
/// Of the paths that can be expanded only as many are kept as the budget has runs, and of the
/// leaves only the most probable ones. What is not kept counts as unexplored with its exact
/// probability.
final class ExpansionTree {

  private static final int OPEN = 0;
  private static final int ENDED = 1;

  private final ExpansionLimits limits;
  private final List<Integer> endOfText;
  private final Vocabulary vocabulary;

  /// The number of tokens from which on the context is full.
  private final int room;

  private final TreeSet<TokenPath> open = new TreeSet<>(TokenPath.BEST_FIRST);
  private final TreeSet<TokenPath> leaves = new TreeSet<>(TokenPath.BEST_FIRST);
  private final CompensatedSum covered = new CompensatedSum();
  private final CompensatedSum unexplored = new CompensatedSum();
  private boolean full;

  /// True if paths were left out because the budget has no run for them.
  private boolean beyondBudget;

  private int runs;
  private long paths;

  ExpansionTree(List<Integer> context, ExpansionLimits limits, LoadedModel model) {
    this.limits = limits;
    endOfText = model.descriptor().endOfTextIds();
    vocabulary = model.tokenizer().vocabulary();
    // A path that just fills the context has a distribution after it. A context that is too long is
    // refused by the model, with both numbers.
    int length = model.descriptor().contextLength().orElse(Integer.MAX_VALUE);
    room = Math.max(1, length - context.size() + 1);
    open.add(TokenPath.empty());
    unexplored.add(1);
  }

  /// The reason why the tree grows no further; empty while it can.
  Optional<SearchEnd> end() {
    if (covered.value() >= limits.mass()) {
      return Optional.of(SearchEnd.MASS);
    }
    if (!open.isEmpty() && runs < limits.runs()) {
      return Optional.empty();
    }
    if (!open.isEmpty() || beyondBudget) {
      return Optional.of(SearchEnd.BUDGET);
    }
    return Optional.of(full ? SearchEnd.CONTEXT_FULL : SearchEnd.EXHAUSTED);
  }

  /// The path that is expanded next.
  TokenPath next() {
    return open.first();
  }

  /// Expands the path that `next` gave.
  ///
  /// @param after the distribution of the token after it, at τ = 1
  void expand(Distribution after) {
    var path = open.removeFirst();
    runs++;
    int length = path.length() + 1;
    boolean isLast = length == limits.depth();
    boolean canGrow = !isLast && length < room;
    full |= !isLast && !canGrow;
    int maxOpen = limits.runs() - runs;
    int grown = 0;
    for (int rank = 1; rank <= after.logits().finiteCount(); rank++) {
      double joint = path.logProbability() + after.logProbability(rank);
      if (StrictMath.exp(joint) == 0) {
        break;
      }
      int id = after.logits().tokenAtRank(rank);
      boolean ended = endOfText.contains(id);
      paths++;
      var child = new TokenPath(path, id, joint, ended ? ENDED : OPEN, paths);
      if (ended || isLast) {
        keep(child);
      } else if (canGrow && grown < maxOpen) {
        grown++;
        open.add(child);
      } else if (canGrow) {
        beyondBudget = true;
      }
      if (isLast && leaves.size() == limits.leaves() && joint < leaves.last().logProbability()) {
        break;
      }
    }
    while (open.size() > maxOpen) {
      open.removeLast();
      beyondBudget = true;
    }
  }

  private void keep(TokenPath leaf) {
    leaves.add(leaf);
    count(leaf, 1);
    if (leaves.size() > limits.leaves()) {
      count(leaves.removeLast(), -1);
    }
  }

  private void count(TokenPath leaf, int sign) {
    covered.add(sign * leaf.probability());
    unexplored.add(-sign * leaf.probability());
  }

  int runs() {
    return runs;
  }

  /// The numbers as they are, with the beginnings of the most probable leaves.
  ///
  /// @param max the maximum number of leaves with beginnings
  /// @param beam a beam search to tell with them
  Expanded expanded(int max, Optional<BeamLoss> beam) {
    var prefixes = new ArrayList<Prefix>();
    var places = new IdentityHashMap<TokenPath, Integer>();
    leaves.stream().limit(max).forEach(leaf -> add(leaf, prefixes, places));
    return new Expanded(
        prefixes,
        leaves.size(),
        covered.value(),
        Math.max(0, unexplored.value()),
        runs,
        end(),
        beam);
  }

  private static void add(
      TokenPath leaf, List<Prefix> prefixes, IdentityHashMap<TokenPath, Integer> places) {
    var missing = new ArrayDeque<TokenPath>();
    for (var at = leaf; at.parent() != null && !places.containsKey(at); at = at.parent()) {
      missing.push(at);
    }
    for (var path : missing) {
      int parent = places.getOrDefault(path.parent(), -1);
      int depth = parent < 0 ? 1 : prefixes.get(parent).depth() + 1;
      places.put(path, prefixes.size());
      prefixes.add(
          new Prefix(
              parent, path.id(), depth, path.logProbability(), path.length() == leaf.length()));
    }
  }

  /// What a beam search of the same depth missed.
  BeamLoss loss(Beam beam) {
    return BeamLoss.of(beam, leaves.stream().limit(beam.leaves().size()).map(this::leaf).toList());
  }

  Expansion snapshot(SearchEnd end, Optional<BeamLoss> beam) {
    return new Expansion(
        leaves.stream().map(this::leaf).toList(),
        leaves.size(),
        covered.value(),
        Math.max(0, unexplored.value()),
        runs,
        end,
        beam);
  }

  private Leaf leaf(TokenPath path) {
    var ids = path.ids();
    return new Leaf(
        ids, PathText.of(ids, vocabulary), path.logProbability(), path.state() == ENDED);
  }
}
