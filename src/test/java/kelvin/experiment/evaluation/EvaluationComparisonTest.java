package kelvin.experiment.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.experiment.measure.Decision;
import org.junit.jupiter.api.Test;

/// If these fail, a difference between two prompts is taken for one although chance made it, or
/// items that differ are compared with each other.
class EvaluationComparisonTest {

  /// @param first the number of the first item
  /// @param right the number of items that are right, the first ones
  private static Evaluation evaluation(int first, int count, int right) {
    var items =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Evaluation.Item(
                        "line " + (first + i),
                        "text " + (first + i),
                        Decision.of(i < right ? List.of(0.9, 0.1) : List.of(0.1, 0.9), 0),
                        1,
                        false))
            .toList();
    var facts =
        new Evaluation.Facts(
            "fake",
            "texts",
            new Evaluation.PromptFacts("task", "text", 0, 42),
            "none",
            new Evaluation.Extent(count, false, List.of(), 1));
    return new Evaluation(facts, List.of("a", "b"), items);
  }

  @Test
  void onlyItemsThatBothHaveAreCompared() {
    var comparison = EvaluationComparison.of(evaluation(1, 10, 5), evaluation(6, 10, 10));

    assertEquals(5, comparison.common());
    assertEquals(1, comparison.accuracy().orElseThrow().difference());
  }

  @Test
  void withoutACommonItemThereIsNoDifference() {
    var comparison = EvaluationComparison.of(evaluation(1, 3, 1), evaluation(7, 3, 1));

    assertEquals(0, comparison.common());
    assertTrue(comparison.accuracy().isEmpty());
  }

  @Test
  void aFewItemsDifferByChanceAndManyDoNot() {
    var half = evaluation(1, 100, 50);

    assertFalse(differs(half, evaluation(1, 100, 53)));
    assertTrue(differs(half, evaluation(1, 100, 80)));
  }

  private static boolean differs(Evaluation first, Evaluation second) {
    return EvaluationComparison.of(first, second).accuracy().orElseThrow().differs();
  }
}
