package kelvin.engine.spelling;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import kelvin.distribution.Distribution;
import kelvin.engine.path.LogSum;
import kelvin.engine.path.SearchEnd;
import kelvin.engine.path.TokenPath;
import kelvin.inference.LoadedModel;
import kelvin.text.Vocabulary;

/// The tree of all ways to spell a text in tokens. Each path is a beginning of the text; the most
/// probable one is expanded next.
///
/// The state of a path is the number of bytes that it spells. Two different sequences of tokens
/// are different events even if their texts are the same, so the probabilities can be added.
final class SpellingTree {

  /// The search ends when what is left is less than this share of what was found.
  static final double TOLERANCE = 1e-9;

  /// The maximum number of spellings that are listed.
  static final int LISTED = 1000;

  private static final Comparator<TokenPath> WORST_FIRST = TokenPath.BEST_FIRST.reversed();

  private final SpellingQuestion question;
  private final Vocabulary vocabulary;
  private final TextTokens tokens;

  /// The number of tokens from which on the context is full.
  private final int room;

  private final TreeSet<TokenPath> open = new TreeSet<>(TokenPath.BEST_FIRST);
  private final PriorityQueue<TokenPath> best = new PriorityQueue<>(WORST_FIRST);
  private final LogSum found = new LogSum();

  /// Paths that are never expanded: the context is full, or the budget too small.
  private final LogSum left = new LogSum();

  /// True if paths were left out because the budget has no run for them.
  private boolean beyondBudget;

  private int runs;
  private long paths;
  private long count;

  SpellingTree(SpellingQuestion question, LoadedModel model) {
    this.question = question;
    vocabulary = model.tokenizer().vocabulary();
    tokens = new TextTokens(question.text(), vocabulary);
    int length = model.descriptor().contextLength().orElse(Integer.MAX_VALUE);
    // A path that just fills the context has a distribution after it.
    room = Math.max(1, length - question.context().size() + 1);
    open.add(TokenPath.empty());
  }

  /// The reason why the tree grows no further; empty while it can.
  Optional<SearchEnd> end() {
    double bound = logBound();
    if (bound == Double.NEGATIVE_INFINITY) {
      return Optional.of(SearchEnd.EXHAUSTED);
    }
    if (bound < found.value() + StrictMath.log(TOLERANCE)) {
      return Optional.of(SearchEnd.TOLERANCE);
    }
    if (!open.isEmpty() && runs < question.runs()) {
      return Optional.empty();
    }
    return Optional.of(open.isEmpty() && !beyondBudget ? SearchEnd.CONTEXT_FULL : SearchEnd.BUDGET);
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
    var step = tokens.at(path.state());
    for (int id : step.over()) {
      // A vocabulary can be wider than the logits.
      if (id < after.count()) {
        keep(child(path, id, after));
      }
    }
    boolean canGrow = path.length() + 1 < room;
    for (int id : step.within()) {
      if (id >= after.count()) {
        continue;
      }
      var child = child(path, id, after);
      if (child.logProbability() == Double.NEGATIVE_INFINITY) {
        continue;
      }
      if (canGrow) {
        open.add(child);
      } else {
        left.add(child.logProbability());
      }
    }
    while (open.size() > question.runs() - runs) {
      left.add(open.removeLast().logProbability());
      beyondBudget = true;
    }
  }

  private TokenPath child(TokenPath path, int id, Distribution after) {
    paths++;
    double joint = path.logProbability() + after.logProbability(after.logits().rankOf(id));
    return new TokenPath(path, id, joint, path.state() + tokens.length(id), paths);
  }

  private void keep(TokenPath spelling) {
    if (spelling.logProbability() == Double.NEGATIVE_INFINITY) {
      return;
    }
    count++;
    found.add(spelling.logProbability());
    best.add(spelling);
    if (best.size() > LISTED) {
      best.remove();
    }
  }

  /// ln of the probability of all paths that were not expanded.
  private double logBound() {
    var bound = new LogSum();
    bound.add(left.value());
    open.forEach(path -> bound.add(path.logProbability()));
    return bound.value();
  }

  int runs() {
    return runs;
  }

  Spellings snapshot(SearchEnd end) {
    var listed = best.stream().sorted(TokenPath.BEST_FIRST).map(this::spelling).toList();
    return new Spellings(found.value(), StrictMath.exp(logBound()), listed, count, runs, end);
  }

  private Spelling spelling(TokenPath path) {
    var ids = path.ids();
    return new Spelling(ids, text(ids), path.logProbability());
  }

  private String text(List<Integer> ids) {
    var bytes = new ByteArrayOutputStream();
    ids.forEach(id -> bytes.writeBytes(vocabulary.bytes(id)));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
