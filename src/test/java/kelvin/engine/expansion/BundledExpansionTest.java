package kelvin.engine.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kelvin.app.AppAccess;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.engine.Context;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.opening.ModelOpener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The continuations of the bundled model. If these fail, the list of a real model misses one that
/// is more probable than those it shows, or its numbers are not the model's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundledExpansionTest {

  private static final int BUDGET = 40;

  private final LoadedModel model;
  private final List<Integer> context;

  BundledExpansionTest(@TempDir Path cache) throws Exception {
    model = ModelOpener.withoutTrial(1, cache).load(AppAccess.bundledModel(), new Cancellation());
    context = Context.ofText(model.tokenizer(), "Once upon a time there was a", List.of()).ids();
  }

  @AfterAll
  void close() {
    model.close();
  }

  @Test
  void theFirstContinuationsOfTwoTokensAreTheBestOfAllPairs() {
    var found = ExpansionSearch.run(model, context, limits(), new Cancellation());
    var first = after(List.of());
    // A pair is no more probable than its first token: those below this one cannot be in the list.
    double least = first.logProbability(BUDGET);

    var expected = pairsAbove(least, first);
    var listed =
        found.leaves().stream()
            .filter(leaf -> leaf.logProbability() > least)
            .collect(Collectors.toMap(Leaf::ids, Leaf::logProbability));

    assertTrue(expected.size() > 20, expected.toString());
    assertEquals(expected.keySet(), listed.keySet());
    expected.forEach(
        (ids, joint) -> assertEquals(joint, listed.getOrDefault(ids, Double.NaN), 1e-4));
    assertEquals(1, found.covered() + found.unexplored(), 1e-9);
    assertEquals(BUDGET, found.runs());
  }

  private static ExpansionLimits limits() {
    return new ExpansionLimits(2, 1, BUDGET);
  }

  private Map<List<Integer>, Double> pairsAbove(double least, Distribution first) {
    var pairs = new HashMap<List<Integer>, Double>();
    for (int rank = 1; rank < BUDGET; rank++) {
      int id = first.logits().tokenAtRank(rank);
      var second = after(List.of(id));
      for (int next = 1; next <= second.logits().finiteCount(); next++) {
        double joint = first.logProbability(rank) + second.logProbability(next);
        if (joint > least) {
          pairs.put(List.of(id, second.logits().tokenAtRank(next)), joint);
        }
      }
    }
    return pairs;
  }

  /// The distribution after the context and a path, from a run over the whole of it.
  private Distribution after(List<Integer> path) {
    var ids = new ArrayList<>(context);
    ids.addAll(path);
    var rows = new ArrayList<Logits>();
    model
        .model()
        .run(
            ids.stream().mapToInt(Integer::intValue).toArray(),
            ids.size() - 1,
            (_, row) -> rows.add(Logits.owning(row.clone())),
            new Cancellation());
    return Distribution.of(rows.getFirst(), 1);
  }
}
