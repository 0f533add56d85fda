package kelvin.engine.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.answer.ToyAnswers;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, the list of continuations has a wrong probability, misses one that is more
/// probable than those it shows, or hides how much is unexplored.
final class ExpansionSearchTest {

  private final ToyAnswers toy = new ToyAnswers("a", "b", "ab", "c");

  private Expansion run(ExpansionLimits limits) {
    return run(ToyAnswers.CONTEXT, limits);
  }

  private Expansion run(List<Integer> context, ExpansionLimits limits) {
    return ExpansionSearch.run(toy.loaded(), context, limits, new Cancellation());
  }

  private static double sum(List<Leaf> leaves) {
    return leaves.stream().mapToDouble(Leaf::probability).sum();
  }

  /// All continuations of a depth, each with its probability. Token 0 ends a text.
  private Map<List<Integer>, Double> all(int depth) {
    var all = new HashMap<List<Integer>, Double>();
    collect(List.of(), 1, depth, all);
    return all;
  }

  private void collect(
      List<Integer> path, double probability, int depth, Map<List<Integer>, Double> all) {
    if (path.size() == depth || (!path.isEmpty() && path.getLast() == 0)) {
      all.put(path, probability);
      return;
    }
    var after = toy.probabilities(path);
    for (int id = 0; id < after.length; id++) {
      var longer = new ArrayList<>(path);
      longer.add(id);
      collect(longer, probability * after[id], depth, all);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void withoutLimitsTheLeavesAreAllContinuations(int depth) {
    var expected = all(depth);

    var found = run(new ExpansionLimits(depth, 1, 1_000_000));

    assertEquals(expected.size(), found.count());
    for (var leaf : found.leaves()) {
      assertEquals(expected.getOrDefault(leaf.ids(), -1.0), leaf.probability(), 1e-12);
      assertEquals(leaf.ids().getLast() == 0, leaf.ended());
    }
    assertEquals(1, found.covered(), 1e-9);
    assertEquals(0, found.unexplored(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 20, 60})
  void forEveryBudgetLeavesAndUnexploredMassAreOne(int budget) {
    var found = run(new ExpansionLimits(4, 1, budget));

    assertEquals(1, sum(found.leaves()) + found.unexplored(), 1e-9);
    assertEquals(found.covered(), sum(found.leaves()), 1e-9);
    assertEquals(budget, found.runs());
    assertEquals(SearchEnd.BUDGET, found.end());
  }

  @Test
  void leavesAreSortedAndTheFirstOneIsTheMostProbableOfAll() {
    var found = run(new ExpansionLimits(4, 0.5, 1_000_000));

    var best = all(4).values().stream().mapToDouble(p -> p).max().orElseThrow();
    assertEquals(best, found.leaves().getFirst().probability(), 1e-12);
    for (int i = 1; i < found.leaves().size(); i++) {
      assertTrue(
          found.leaves().get(i - 1).logProbability() >= found.leaves().get(i).logProbability());
    }
    assertEquals(SearchEnd.MASS, found.end());
    assertTrue(found.covered() >= 0.5);
  }

  @Test
  void leavesThatAreNotKeptCountAsUnexplored() {
    var some = run(new ExpansionLimits(4, 1, 1_000_000, 10));
    var whole = run(new ExpansionLimits(4, 1, 1_000_000));

    assertEquals(whole.leaves().subList(0, 10), some.leaves());
    assertEquals(1, some.covered() + some.unexplored(), 1e-9);
    assertEquals(sum(some.leaves()), some.covered(), 1e-9);
  }

  @Test
  void eachBeginningRunsOnce() {
    var found = run(new ExpansionLimits(3, 1, 1_000_000));

    // the empty one, and 4 + 16 that did not end
    assertEquals(21, found.runs());
    assertEquals(21, toy.model().runs());
  }

  @Test
  void aFullContextEndsTheExpansionAndIsNamed() {
    var ids = Collections.nCopies(FakeLanguageModel.CONTEXT_LENGTH - 1, 1);

    var found = run(ids, new ExpansionLimits(5, 1, 1000));

    assertEquals(SearchEnd.CONTEXT_FULL, found.end());
    assertEquals(1, found.covered() + found.unexplored(), 1e-9);
    assertTrue(found.leaves().stream().allMatch(Leaf::ended));
  }

  @Test
  void aContextThatIsTooLongIsRefused() {
    var ids = Collections.nCopies(FakeLanguageModel.CONTEXT_LENGTH + 1, 1);

    assertThrows(ContextOverflowException.class, () -> run(ids, new ExpansionLimits(2, 1, 10)));
  }

  @Test
  void afterACancellationTheLeavesAreThoseFoundUntilThen() {
    var cancellation = new Cancellation();
    cancellation.cancel();

    var found =
        ExpansionSearch.run(
            toy.loaded(), ToyAnswers.CONTEXT, new ExpansionLimits(2, 1, 10), cancellation);

    assertEquals(SearchEnd.CANCELLED, found.end());
    assertEquals(1, found.unexplored(), 1e-12);
  }
}
