package kelvin.experiment.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import kelvin.engine.label.Normalization;
import kelvin.experiment.calibration.CorrectionFit.Parts;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.Pair;
import kelvin.experiment.measure.Decision;
import kelvin.inference.StartToken;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import org.junit.jupiter.api.Test;

/// If these fail, a correction, a threshold or sets of labels are judged on what they were fitted
/// on, and users trust a number that holds for no new input.
class FittedEvaluationTest {

  private static final List<String> LABELS = List.of("yes", "no", "maybe");

  /// A model whose shares are too sure, and that prefers the first label.
  private static List<Decision> tooSure(int items, long seed) {
    var random = new SplittableRandom(seed);
    var decisions = new ArrayList<Decision>();
    for (int item = 0; item < items; item++) {
      int right = random.nextInt(LABELS.size());
      var weights = new double[LABELS.size()];
      double sum = 0;
      for (int label = 0; label < weights.length; label++) {
        double truth = label == right ? 1 : 0;
        weights[label] = Math.exp(3 * (random.nextDouble(-1, 1) + truth) + (label == 0 ? 2 : 0));
        sum += weights[label];
      }
      var shares = new ArrayList<Double>();
      for (double weight : weights) {
        shares.add(weight / sum);
      }
      decisions.add(Decision.of(shares, right));
    }
    return decisions;
  }

  private static Evaluation evaluation(List<Decision> decisions) {
    var items =
        decisions.stream().map(each -> new Evaluation.Item("line 1", "x", each, 1, false)).toList();
    var facts =
        new Evaluation.Facts(
            "m",
            "d",
            new Evaluation.PromptFacts("t", "few-shot", 0, 1),
            "none",
            new Evaluation.Extent(items.size(), false, List.of(), 0));
    return new Evaluation(facts, LABELS, items);
  }

  @Test
  void aCorrectionIsFittedOnTheTrainPartAndJudgedOnTheTestPart() {
    var both = new FittedEvaluation(evaluation(tooSure(400, 1)), evaluation(tooSure(300, 2)));

    var corrected = both.corrected(Parts.TEMPERATURE_AND_BIASES).orElseThrow();

    assertEquals(400, corrected.fit().count());
    assertTrue(corrected.fit().gradient() < 1e-8);
    assertEquals(both.test().measures(), corrected.before());
    assertEquals(300, corrected.after().accuracy().count());
    assertTrue(corrected.after().logLoss() < corrected.before().logLoss());
    assertTrue(
        corrected.fit().correction().biases().get(0) < corrected.fit().correction().biases().get(1),
        "the first label was preferred");
  }

  @Test
  void aThresholdIsChosenOnTheTrainPartAndJudgedOnTheTestPart() {
    var both = new FittedEvaluation(evaluation(tooSure(400, 3)), evaluation(tooSure(300, 4)));

    var threshold = both.threshold(0.1).orElseThrow();

    assertTrue(threshold.train().risk() <= 0.1);
    var test = threshold.test().orElseThrow();
    long taken =
        both.test().decisions().stream()
            .filter(each -> each.confidence() >= threshold.train().threshold())
            .count();
    assertEquals(taken / 300.0, test.coverage(), 1e-12);
    assertEquals(taken, test.errors().count());
  }

  @Test
  void setsHaveASizeForEachItemOfTheTestPart() {
    var both = new FittedEvaluation(evaluation(tooSure(400, 5)), evaluation(tooSure(300, 6)));

    var sets = both.sets(0.9);

    assertEquals(400, sets.fitted().count());
    assertEquals(300, sets.outcome().sizes().size());
    // Four standard deviations below 0.9 for 400 calibration and 300 test items.
    assertTrue(sets.outcome().coverage() > 0.81, sets.toString());
  }

  @Test
  void aModelThatFindsNothingPossibleGetsNoCorrectionAndNoThreshold() {
    var nan = List.of(Double.NaN, Double.NaN, Double.NaN);
    var undecided = evaluation(List.of(new Decision(nan, OptionalInt.empty(), 0)));
    var both = new FittedEvaluation(undecided, undecided);

    assertEquals(Optional.empty(), both.corrected(Parts.TEMPERATURE));
    assertEquals(Optional.empty(), both.threshold(0.5));
    assertEquals(1, both.sets(0.9).outcome().coverage(), "each set has all labels");
  }

  @Test
  void nothingIsFittedOnNoItem() {
    var none = evaluation(List.of());
    var some = evaluation(tooSure(3, 7));

    assertThrows(IllegalArgumentException.class, () -> new FittedEvaluation(none, some));
  }

  private static Pair pair(String place, String input, String label) {
    return new Pair(place, input, label, true);
  }

  private static EvaluationSetup setup(List<Pair> shown, String... labels) {
    var prompt =
        new FewShotPrompt(
            "", shown.stream().map(Pair::example).toList(), shown.size(), Layout.QUESTIONS, "");
    return new EvaluationSetup(
        new Evaluation.PromptFacts("t", "few-shot", shown.size(), 1),
        prompt,
        new EvaluationSetup.Labels(List.of(labels), false),
        new EvaluationSetup.Scoring(
            Normalization.NONE, List.of(), StartToken.AUTO, TooLong.REFUSE));
  }

  @Test
  void whatThePromptShowsAndWhatIsTestedIsNotFittedOn() throws Exception {
    var train =
        List.of(
            pair("line 2", "a", "yes"),
            pair("line 3", "b", "no"),
            pair("line 4", "c", "no"),
            pair("line 5", "d", "perhaps"));
    var data =
        new DataSet("d", Optional.empty(), train, List.of(pair("line 6", "b", "no")), List.of());

    var part = FitPart.of(data, setup(train.subList(0, 1), "yes", "no"));

    assertEquals(List.of(train.get(2)), part.pairs());
    assertEquals(
        List.of(
            "The fit leaves out 1 of 4 pairs of the train part, because the prompt shows them.",
            "The fit leaves out 1 of 3 pairs of the train part, because the test part has them.",
            "The fit leaves out 1 of 2 pairs of the train part, because their labels are not"
                + " compared."),
        part.notes());
  }

  @Test
  void withoutATrainPartTheReasonIsSaid() {
    var shown = List.of(pair("line 2", "a", "yes"));
    var test = List.of(pair("line 3", "b", "no"));
    var none = new DataSet("d", Optional.empty(), List.of(), test, List.of());
    var allShown = new DataSet("d", Optional.empty(), shown, test, List.of());

    var missing =
        assertThrows(DataException.class, () -> FitPart.of(none, setup(shown, "yes", "no")));
    var left =
        assertThrows(DataException.class, () -> FitPart.of(allShown, setup(shown, "yes", "no")));

    assertTrue(String.valueOf(missing.getMessage()).contains("There is no train part to fit on"));
    assertTrue(String.valueOf(left.getMessage()).contains("because the prompt shows them"));
  }
}
