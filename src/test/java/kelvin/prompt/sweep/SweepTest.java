package kelvin.prompt.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static Trial trial(int examples, int shots) {
    var list =
        IntStream.range(0, examples)
            .mapToObj(i -> new Example("x" + i, i % 3 == 0 ? "no" : "yes", i != 1))
            .toList();
    var prompt = new FewShotPrompt("", list, shots, Layout.QUESTIONS, "q");
    return Trial.of(prompt, List.of("yes", "no"), Optional.of("no"), false);
  }

  private static VariantOutcome outcome(Variant variant, double yes) {
    return new VariantOutcome(
        variant, List.of(Math.log(yes / 2), Math.log((1 - yes) / 2)), List.of(yes, 1 - yes));
  }

  /// A sweep of hundreds of thousands of prompts must not hold up Ctrl-C.
  @Test
  void planningStopsBeforeTheNextPromptWhenTheCheckThrows() {
    var checks = new AtomicInteger();
    Runnable check =
        () -> {
          if (checks.incrementAndGet() % 7 == 0) {
            throw new IllegalStateException("stop");
          }
        };
    var bases = List.of(trial(9, 8));

    assertThrows(
        IllegalStateException.class,
        () -> ShotsSweep.plan(bases, List.of(1, 2), 1_000_000, 1, check));
    assertEquals(7, checks.get());
    assertThrows(IllegalStateException.class, () -> OrderSweep.plan(bases, 1_000_000, 1, check));
    assertEquals(14, checks.get());
    assertThrows(IllegalStateException.class, () -> LeaveOneOut.plan(bases.getFirst(), check));
    assertEquals(21, checks.get());
  }

  @Test
  void aShotsCurveGrowsWithinEachDraw() {
    var plan = ShotsSweep.plan(List.of(trial(6, 6)), List.of(0, 2, 5), 3, 1);

    assertEquals(12, plan.size());
    assertEquals(List.of(0, 2, 3, 4, 5), plan.get(2).order());
    for (int draw = 0; draw < 4; draw++) {
      var two = plan.get(3 * draw + 1);
      var five = plan.get(3 * draw + 2);
      assertEquals(two.order(), five.order().subList(0, 2));
      var shorter = two.trial().prompt().render().replace("\nQ: q\nA:", "");
      assertTrue(five.trial().prompt().render().startsWith(shorter));
      assertEquals(draw, two.draw());
    }
    assertEquals(plan, ShotsSweep.plan(List.of(trial(6, 6)), List.of(0, 2, 5), 3, 1));
  }

  @Test
  void theDrawsTakeTheTestInputsInTurn() {
    var other = trial(6, 6).withInput("other");

    var plan = ShotsSweep.plan(List.of(trial(6, 6), other), List.of(1), 3, 1);

    assertEquals(List.of(0, 1, 0, 1), plan.stream().map(Variant::test).toList());
    assertTrue(plan.get(1).trial().prompt().render().endsWith("Q: other\nA:"));
  }

  @Test
  void moreShotsThanExamplesAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ShotsSweep.plan(List.of(trial(6, 6)), List.of(6), 0, 1));
    var free = Trial.of(new FreePrompt("a"), List.of("b"), Optional.empty(), false);
    assertThrows(
        IllegalArgumentException.class, () -> ShotsSweep.plan(List.of(free), List.of(0), 0, 1));
  }

  @Test
  void upToFiveShotsAreTriedInEveryOrder() {
    var plan = OrderSweep.plan(List.of(trial(6, 5)), 10, 1);

    assertEquals(120, plan.stream().map(Variant::order).distinct().count());
    assertEquals(List.of(0, 2, 3, 4, 5), plan.getFirst().order());
    assertEquals("1 3 4 5 6", plan.getFirst().name());
  }

  @Test
  void ofMoreShotsAPartOfTheOrdersIsDrawn() {
    var plan = OrderSweep.plan(List.of(trial(9, 8)), 50, 1);

    assertEquals(50, plan.stream().map(Variant::order).distinct().count());
    assertEquals(List.of(0, 2, 3, 4, 5, 6, 7, 8), plan.getFirst().order());
    assertEquals(plan, OrderSweep.plan(List.of(trial(9, 8)), 50, 1));
  }

  @Test
  void aTemplateSweepKeepsTheExamples() {
    var plan = LayoutSweep.plan(List.of(trial(4, 2)), Layout.ALL);

    assertEquals(Layout.ALL.size(), plan.size());
    assertEquals("x0 -> no\nx2 -> yes\nq ->", plan.get(2).trial().prompt().render());
    assertEquals("arrows", plan.get(2).name());
  }

  @Test
  void anEffectIsWhatIsLostWithoutTheExample() {
    var plan = LeaveOneOut.plan(trial(4, 3), () -> {});

    var effects =
        LeaveOneOut.effects(
            List.of(
                outcome(plan.get(0), 0.2),
                outcome(plan.get(1), 0.6),
                outcome(plan.get(2), 0.2),
                outcome(plan.get(3), 0.1)));

    assertEquals(List.of(0, 2, 3), effects.stream().map(LeaveOneOut.Effect::place).toList());
    assertEquals("without example 3", plan.get(2).name());
    assertEquals(Math.log(0.8 / 0.4), effects.get(0).change(), 1e-12);
    assertEquals(0, effects.get(1).change(), 1e-12);
    assertEquals(Math.log(0.8 / 0.9), effects.get(2).change(), 1e-12);
  }

  @Test
  void theCurveTellsTheGivenOrderFromTheShuffles() {
    var plan = ShotsSweep.plan(List.of(trial(6, 6)), List.of(2), 5, 1);
    double[] yes = {0.5, 0.1, 0.2, 0.3, 0.4, 0.9};
    var outcomes = IntStream.range(0, 6).mapToObj(i -> outcome(plan.get(i), yes[i])).toList();

    var point = ShotsCurve.ofLabel(outcomes, 0).getFirst();

    assertEquals(new ShotsCurve.Point(2, 0.5, 5, 0.38, point.low(), point.high()), rounded(point));
    assertEquals(0.14, point.low(), 1e-12);
    assertEquals(0.7, point.high(), 1e-12);
    assertEquals(0.25, ShotsCurve.ofAnswer(outcomes).getFirst().given(), 1e-12);
  }

  private static ShotsCurve.Point rounded(ShotsCurve.Point point) {
    double mean = Math.round(1e9 * point.mean()) / 1e9;
    return new ShotsCurve.Point(
        point.shots(), point.given(), point.draws(), mean, point.low(), point.high());
  }

  @Test
  void orderEntropiesEqualTheWorkedExample() {
    // label_scoring.order_entropy of the project's vectors
    var shares =
        List.of(List.of(0.8, 0.2), List.of(0.7, 0.3), List.of(0.4, 0.6), List.of(0.9, 0.1));

    assertEquals(0.5623351446188083, OrderEntropy.global(shares), 1e-12);
    assertEquals(0.5273403414984466, OrderEntropy.local(shares), 1e-12);
  }

  @Test
  void recencyAndMajorityAreFound() {
    // places 0 2 3 4: no yes no yes; the label of the last example gains 0.4
    var plan = OrderSweep.plan(List.of(trial(5, 4)), 120, 1);
    var outcomes =
        plan.stream()
            .map(
                v ->
                    outcome(
                        v,
                        Variant.prompt(v.trial()).shown().getLast().output().equals("yes")
                            ? 0.7
                            : 0.3))
            .toList();

    var findings = OrderFindings.of(outcomes);

    assertEquals(0.4, findings.recency().orElseThrow(), 1e-12);
    assertEquals(Optional.empty(), findings.majority());
    assertEquals(0.7, findings.orders().getFirst().merit(), 1e-12);
    assertEquals(0.3, findings.orders().getLast().merit(), 1e-12);
    assertTrue(
        findings
            .sentences()
            .contains(
                "Recency: a label's share is 0.400 greater on average when the last example has it."));
  }

  @Test
  void aCommonestLabelIsFollowedOrNot() {
    var plan = OrderSweep.plan(List.of(trial(6, 5)), 120, 1);
    var outcomes = plan.stream().map(v -> outcome(v, 0.9)).toList();

    var findings = OrderFindings.of(outcomes);

    assertEquals(
        Optional.of(new OrderFindings.Majority("yes", 3, 5, 120, 120)), findings.majority());
    assertEquals(OptionalDouble.of(0), round(findings.recency()));
    assertTrue(findings.sentences().get(1).contains("3 of 5 examples and is chosen in 120 of 120"));
    assertTrue(findings.sentences().get(2).contains("no notable difference"));
  }

  private static OptionalDouble round(OptionalDouble value) {
    return OptionalDouble.of(Math.abs(Math.round(1e9 * value.orElseThrow()) / 1e9));
  }
}
