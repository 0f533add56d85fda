package kelvin.engine.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.answer.ToyAnswers;
import kelvin.inference.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, the window shows another walk than beam search takes, or blames it for
/// continuations that it has found.
final class BeamSearchTest {

  private final ToyAnswers toy = new ToyAnswers("a", "b", "ab", "c");

  private Expansion run(int depth, int width) {
    return run(ToyAnswers.CONTEXT, depth, width);
  }

  private Expansion run(List<Integer> context, int depth, int width) {
    return ExpansionSearch.run(
        toy.loaded(),
        context,
        new ExpansionLimits(depth, 1, 1_000_000).withBeam(width),
        new Cancellation());
  }

  private record Kept(List<Integer> ids, double probability) {

    /// Token 0 ends a text.
    boolean isEnded() {
      return !ids.isEmpty() && ids.getLast() == 0;
    }
  }

  /// Beam search by its definition: all beginnings grow by all tokens, are sorted, and cut.
  private List<Kept> byDefinition(int depth, int width) {
    var kept = List.of(new Kept(List.of(), 1));
    for (int step = 0; step < depth; step++) {
      var grown = new ArrayList<Kept>();
      for (var each : kept) {
        if (each.isEnded()) {
          grown.add(each);
        } else {
          var after = toy.probabilities(each.ids());
          for (int id = 0; id < after.length; id++) {
            var ids = new ArrayList<>(each.ids());
            ids.add(id);
            grown.add(new Kept(ids, each.probability() * after[id]));
          }
        }
      }
      grown.sort(Comparator.comparingDouble(each -> -each.probability()));
      kept = grown.subList(0, Math.min(width, grown.size()));
    }
    return kept;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "2, 1", "2, 2", "3, 2", "4, 3", "5, 4", "5, 7", "4, 1000"})
  void aBeamKeepsTheMostProbableBeginningsOfEachStep(int depth, int width) {
    var expected = byDefinition(depth, width);

    var leaves = run(depth, width).beam().orElseThrow().beam().leaves();

    assertEquals(
        expected.stream().map(Kept::ids).toList(), leaves.stream().map(Leaf::ids).toList());
    for (int i = 0; i < leaves.size(); i++) {
      assertEquals(expected.get(i).probability(), leaves.get(i).probability(), 1e-12);
      assertEquals(expected.get(i).isEnded(), leaves.get(i).ended());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void whatItMissedIsWhatTheMostProbableLeavesHaveBesides(int width) {
    var found = run(4, width);
    var loss = found.beam().orElseThrow();

    int ends = loss.beam().leaves().size();
    var best = found.leaves().subList(0, ends);
    assertEquals(best.stream().mapToDouble(Leaf::probability).sum(), loss.best(), 1e-12);
    assertTrue(loss.beam().covered() <= loss.best() + 1e-12);
    var has = loss.beam().leaves().stream().map(Leaf::ids).toList();
    assertEquals(
        best.stream().map(Leaf::ids).filter(ids -> !has.contains(ids)).toList(),
        loss.missed().stream().map(Leaf::ids).toList());
  }

  @Test
  void aBeamAsWideAsTheTreeMissesNothing() {
    var loss = run(4, ExpansionLimits.MAX_BEAM).beam().orElseThrow();

    assertEquals(List.of(), loss.missed());
    assertEquals(1, loss.beam().covered(), 1e-9);
  }

  @Test
  void eachKeptBeginningFollowsTheOneBeforeIt() {
    var kept = run(4, 3).beam().orElseThrow().beam().kept();

    for (int i = 0; i < kept.size(); i++) {
      int parent = kept.get(i).parent();
      assertTrue(parent < i);
      assertEquals(parent < 0 ? 1 : kept.get(parent).depth() + 1, kept.get(i).depth());
    }
    assertTrue(kept.stream().filter(each -> each.depth() == 1).count() <= 3);
  }

  @Test
  void aFullContextLeavesOnlyWhatEnded() {
    var ids = Collections.nCopies(FakeLanguageModel.CONTEXT_LENGTH - 1, 1);

    var leaves = run(ids, 5, 4).beam().orElseThrow().beam().leaves();

    assertTrue(leaves.stream().allMatch(Leaf::ended));
  }
}
