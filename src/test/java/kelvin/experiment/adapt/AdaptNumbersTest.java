package kelvin.experiment.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Decision;
import kelvin.experiment.measure.Proportion;
import kelvin.experiment.tuning.Turns;
import org.junit.jupiter.api.Test;

/// If these fail, an ensemble is not the mean of its members, draws of examples do not grow, or a
/// mean of draws is told wrong.
class AdaptNumbersTest {

  private static Evaluation evaluation(Evaluation.Item... items) {
    var prompt = new Evaluation.PromptFacts("task", "few-shot", 0, 42);
    var extent = new Evaluation.Extent(items.length, false, List.of(), 1);
    var facts = new Evaluation.Facts("model", "data", prompt, "none", extent);
    return new Evaluation(facts, List.of("a", "b"), List.of(items));
  }

  private static Evaluation.Item item(String place, double first) {
    var decision = Decision.of(List.of(first, 1 - first), 0);
    return new Evaluation.Item(place, "x", decision, 1, false);
  }

  @Test
  void theSharesOfAnItemAreTheMeanOfItsMembers() {
    var joined =
        Ensembles.mean(
            List.of(
                evaluation(item("1", 0.2), item("2", 0.9)),
                evaluation(item("1", 0.9), item("2", 0.8)),
                evaluation(item("2", 0.1))));

    assertEquals(0.55, joined.items().get(0).decision().rightShare(), 1e-15);
    assertEquals(0.6, joined.items().get(1).decision().rightShare(), 1e-15);
    assertEquals(1, joined.measures().accuracy().value());
  }

  @Test
  void aMemberThatFindsAllLabelsImpossibleHasNoVoice() {
    var joined =
        Ensembles.mean(List.of(evaluation(item("1", Double.NaN)), evaluation(item("1", 0.7))));
    var none = Ensembles.mean(List.of(evaluation(item("1", Double.NaN))));

    assertEquals(0.7, joined.items().getFirst().decision().rightShare(), 1e-15);
    assertFalse(none.items().getFirst().decision().isDecided());
  }

  private static List<Pair> pairs(String... labels) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < labels.length; i++) {
      pairs.add(new Pair("line " + i, "x" + i, labels[i], true));
    }
    return pairs;
  }

  @Test
  void eachLabelHasItsTurnInADraw() {
    var order = Turns.order(pairs("a", "a", "a", "a", "b", "b"), 7);

    assertEquals(6, order.size());
    for (int turn = 0; turn < 2; turn++) {
      var labels =
          order.subList(2 * turn, 2 * turn + 2).stream().map(Pair::label).sorted().toList();
      assertEquals(List.of("a", "b"), labels);
    }
  }

  @Test
  void anExampleIsNeverShownItsOwnLabelWhileItTeaches() {
    var pairs = pairs("a", "b", "a", "b", "a", "b", "a");

    for (int i = 0; i < pairs.size(); i++) {
      var others = TrainedMethods.others(pairs, i);
      assertEquals(TrainedMethods.SHOWN, others.size());
      assertFalse(others.contains(pairs.get(i)));
    }
    assertEquals(List.of(pairs.get(1)), TrainedMethods.others(pairs.subList(0, 2), 0));
  }

  private static AdaptPoint point(AdaptMethod method, int examples, long seed, int right) {
    return new AdaptPoint(
        method,
        examples,
        seed,
        new Proportion(right, 10),
        right / 10.0,
        0.5,
        new AdaptPoint.Costs(1, 0.1, 100),
        new AdaptPoint.Made(List.of(), "{x}", 0, 0));
  }

  @Test
  void aSummaryHasTheMeanAndTheRangeOfTheDraws() {
    var facts = new Adaptation.Facts("m", "d", "t", 10, 42, 2, "lowrank", 9, true, 1);
    var adaptation =
        new Adaptation(
            facts,
            List.of(
                point(AdaptMethod.FEW_SHOT, 4, 42, 6),
                point(AdaptMethod.FEW_SHOT, 4, 43, 8),
                point(AdaptMethod.HEAD, 4, 42, 9)),
            List.of(new AdaptProblem(AdaptMethod.FEW_SHOT, 32, 42, "It is too long.")));

    var few = adaptation.summaries().getFirst();

    assertEquals(2, few.seeds());
    assertEquals(0.7, few.accuracy(), 1e-15);
    assertEquals(0.6, few.lowest());
    assertEquals(0.8, few.highest());
    assertEquals(new Proportion(7, 10).interval(), few.interval());
    assertEquals(
        List.of(
            "Cancelled after 3 of 9 points: a mean may be of fewer draws than 2.",
            "few-shot with 32 examples: It is too long."),
        AdaptNotes.sentences(adaptation));
  }
}
