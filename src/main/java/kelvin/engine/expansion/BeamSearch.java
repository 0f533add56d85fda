package kelvin.engine.expansion;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;
import kelvin.distribution.Distribution;
import kelvin.engine.path.PathRun;
import kelvin.engine.path.PathText;
import kelvin.engine.path.TokenPath;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.text.Vocabulary;

/// Beam search: of all beginnings that are one token longer, each step keeps only the most probable
/// ones. What a step leaves out never comes back, so the search can miss more probable
/// continuations.
///
/// A continuation that ended keeps its place and its probability. There is no length penalty:
/// beginnings are compared by their joint probability at τ = 1.
final class BeamSearch {

  private static final int OPEN = 0;
  private static final int ENDED = 1;

  private final int width;
  private final int depth;
  private final int steps;
  private final List<Integer> endOfText;
  private final Vocabulary vocabulary;
  private final TreeSet<TokenPath> grown = new TreeSet<>(TokenPath.BEST_FIRST);

  /// All that a step kept, in the order of the steps.
  private final List<Prefix> walked = new ArrayList<>();

  private final IdentityHashMap<TokenPath, Integer> places = new IdentityHashMap<>();
  private List<TokenPath> kept = List.of(TokenPath.empty());

  /// The next of the kept ones to expand.
  private int at;

  private int step;
  private int runs;
  private long paths;

  /// @param depth the number of tokens of a continuation, at least 1
  /// @param width the number of beginnings that a step keeps, at least 1
  BeamSearch(List<Integer> context, int depth, int width, LoadedModel model) {
    this.width = width;
    this.depth = depth;
    int length = model.descriptor().contextLength().orElse(Integer.MAX_VALUE);
    steps = Math.min(depth, Math.max(1, length - context.size() + 1));
    endOfText = model.descriptor().endOfTextIds();
    vocabulary = model.tokenizer().vocabulary();
  }

  /// Searches on the caller's thread.
  ///
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  /// @throws kelvin.inference.CancelledException when cancelled
  static Beam run(
      LoadedModel model, List<Integer> context, int depth, int width, Cancellation cancellation) {
    var search = new BeamSearch(context, depth, width, model);
    while (!search.isOver()) {
      cancellation.throwIfCancelled();
      search.expand(PathRun.after(context, search.next(), model.model(), cancellation));
    }
    return search.beam();
  }

  boolean isOver() {
    return at == kept.size();
  }

  /// The beginning that is expanded next.
  TokenPath next() {
    return kept.get(at);
  }

  /// Expands the beginning that `next` gave.
  ///
  /// @param after the distribution of the token after it, at τ = 1
  void expand(Distribution after) {
    var path = next();
    runs++;
    int most = Math.min(width, after.logits().finiteCount());
    for (int rank = 1; rank <= most; rank++) {
      double joint = path.logProbability() + after.logProbability(rank);
      int id = after.logits().tokenAtRank(rank);
      paths++;
      grown.add(new TokenPath(path, id, joint, endOfText.contains(id) ? ENDED : OPEN, paths));
    }
    at++;
    keepEnded();
    if (isOver()) {
      endStep();
    }
  }

  /// Passes over what ended: it has no token after it.
  private void keepEnded() {
    while (at < kept.size() && kept.get(at).state() == ENDED) {
      grown.add(kept.get(at));
      at++;
    }
  }

  private void endStep() {
    step++;
    kept = grown.stream().limit(width).toList();
    grown.clear();
    kept.forEach(this::walk);
    boolean goesOn = step < steps && kept.stream().anyMatch(path -> path.state() == OPEN);
    at = goesOn ? 0 : kept.size();
    keepEnded();
  }

  private void walk(TokenPath path) {
    if (!places.containsKey(path)) {
      int parent = path.parent() == null ? -1 : places.getOrDefault(path.parent(), -1);
      places.put(path, walked.size());
      walked.add(new Prefix(parent, path.id(), step, path.logProbability(), isLeaf(path)));
    }
  }

  /// In a context that is full before the whole depth, only what ended is a leaf.
  private boolean isLeaf(TokenPath path) {
    return path.state() == ENDED || path.length() == depth;
  }

  /// What was kept until now; the leaves are those of the last step.
  Beam beam() {
    return new Beam(
        walked,
        kept.stream()
            .filter(this::isLeaf)
            .map(
                path ->
                    new Leaf(
                        path.ids(),
                        PathText.of(path.ids(), vocabulary),
                        path.logProbability(),
                        path.state() == ENDED))
            .toList(),
        runs);
  }
}
