package kelvin.engine.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.Distribution;
import kelvin.distribution.DrawMode;
import kelvin.distribution.GoodnessOfFit;
import kelvin.distribution.StageKind;
import kelvin.distribution.StepContext;
import kelvin.distribution.TokenHistory;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.Generation;
import kelvin.engine.path.TokenPath;

/// Sorts the samples of a beginning by the token that each draws next.
final class Branching {

  private final List<Integer> context;
  private final Generation.Settings settings;
  private final int count;
  private final boolean dependsOnSeed;
  private final ChainEvaluator evaluator = new ChainEvaluator();
  private long paths;

  Branching(SampleQuestion question) {
    context = question.context();
    settings = question.settings();
    count = question.count();
    // Mirostat's bound follows from the tokens alone.
    dependsOnSeed = settings.sampling().active(StageKind.XTC).isPresent();
  }

  /// The samples before their first token.
  Beginning start(List<Long> seeds) {
    return new Beginning(
        TokenPath.empty(), Double.NaN, dependsOnSeed ? Double.NaN : 0, seeds, true);
  }

  /// The longer beginnings. Those that are expected often enough for a cell of the χ² test are
  /// among them even if no sample is there.
  ///
  /// @param after the model's own distribution after the beginning
  Collection<Beginning> next(Beginning beginning, Distribution after) {
    var children = new Children(beginning, after);
    var history = history(beginning.path());
    var shared = evaluate(beginning, after, history, settings.seed());
    for (long seed : beginning.seeds()) {
      var now = dependsOnSeed ? evaluate(beginning, after, history, seed) : shared;
      var draw = settings.mode().draw(now, seed, history.length() - context.size());
      children.at(now, draw.rank()).seeds.add(seed);
    }
    if (beginning.isGreedy()) {
      children.at(shared, shared.survivors().first()).isGreedy = true;
    }
    if (isTested()) {
      var survivors = shared.survivors();
      double chance = count * StrictMath.exp(beginning.logDrawn());
      for (int rank = survivors.first();
          rank <= survivors.last()
              && chance * survivors.probability(rank) >= GoodnessOfFit.MIN_EXPECTED;
          rank++) {
        children.at(shared, rank);
      }
    }
    return children.all().toList();
  }

  /// Returns whether the counts can be compared with exact probabilities.
  boolean isTested() {
    return !dependsOnSeed && settings.mode() != DrawMode.GREEDY;
  }

  private TokenHistory history(TokenPath path) {
    var ids = Stream.concat(context.stream(), path.ids().stream());
    return TokenHistory.of(ids.mapToInt(Integer::intValue).toArray(), context.size());
  }

  private TruncatedDistribution evaluate(
      Beginning beginning, Distribution after, TokenHistory history, long seed) {
    int step = history.length() - context.size();
    return evaluator.evaluate(
        after.logits(), settings.sampling(), new StepContext(history, seed, step, beginning.mu()));
  }

  /// The beginnings that are one token longer. With XTC and Mirostat together, samples with the
  /// same tokens can have different bounds; these are kept apart.
  private final class Children {

    private final Beginning parent;
    private final Distribution after;
    private final Map<Key, Child> children = new LinkedHashMap<>();

    Children(Beginning parent, Distribution after) {
      this.parent = parent;
      this.after = after;
    }

    /// @param rank of the token in the distribution that it was drawn from
    Child at(TruncatedDistribution drawnFrom, int rank) {
      double mu = drawnFrom.nextMu(rank).orElse(Double.NaN);
      var key = new Key(drawnFrom.logits().tokenAtRank(rank), mu);
      return children.computeIfAbsent(key, _ -> new Child(drawnFrom.survivors().surprisal(rank)));
    }

    Stream<Beginning> all() {
      return children.entrySet().stream().map(entry -> beginning(entry.getKey(), entry.getValue()));
    }

    private Beginning beginning(Key key, Child child) {
      double own = after.logProbability(after.logits().rankOf(key.id));
      paths++;
      var path =
          new TokenPath(parent.path(), key.id, parent.path().logProbability() + own, 0, paths);
      double step = settings.mode() == DrawMode.GREEDY ? 0 : child.surprisal;
      return new Beginning(path, key.mu, parent.logDrawn() - step, child.seeds, child.isGreedy);
    }
  }

  private record Key(int id, double mu) {}

  private static final class Child {

    private final double surprisal;
    private final List<Long> seeds = new ArrayList<>();
    private boolean isGreedy;

    Child(double surprisal) {
      this.surprisal = surprisal;
    }
  }
}
