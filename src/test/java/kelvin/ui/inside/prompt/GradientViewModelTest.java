package kelvin.ui.inside.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import kelvin.display.InformationUnit;
import kelvin.distribution.TokenScore;
import kelvin.engine.Prediction;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.CopyOffer;
import kelvin.inference.Cancellation;
import kelvin.ui.inside.copy.CopyViewModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests the shading by what drives a prediction. If these fail, a user takes the gradient of one
/// token for that of another, or waits for runs that nobody wanted.
class GradientViewModelTest {

  private final CopyBench bench = new CopyBench();

  /// Measurements that wait for the model.
  private final Queue<SlicedWork> measurements = new ArrayDeque<>();

  private final GradientViewModel gradient =
      new GradientViewModel(this::begin, bench.background::add, Runnable::run);

  private void begin(SlicedWork work) {
    if (work instanceof CopyOffer) {
      bench.run(work);
    } else {
      measurements.add(work);
    }
  }

  @BeforeEach
  void openAModel() {
    gradient.unitProperty().set(InformationUnit.NATS);
    gradient.modelOpened(id -> Character.toString(id));
  }

  private void lookAt(String prompt) {
    gradient.look(CopyBench.answer(prompt));
    gradient.setShown(true);
    bench.work();
  }

  private double strength(int position) {
    return gradient.shadesProperty().get().at(position).strength();
  }

  private String words(int position) {
    return gradient.shadesProperty().get().at(position).words();
  }

  private String sentence() {
    return gradient.sentenceProperty().get();
  }

  private int top(String prompt) {
    return CopyBench.answer(prompt).logits().tokenAtRank(1);
  }

  @Test
  void theMostProbableTokenIsAskedAbout() {
    lookAt("abc");

    assertEquals(List.of("open gradients", "gradient of " + top("abc")), bench.events);
    assertTrue(
        sentence().startsWith("What drives “" + Character.toString(top("abc")) + "” ("),
        sentence());
    assertTrue(sentence().contains("local"), sentence());
  }

  @Test
  void theProductWithTheVectorIsShownWithItsSign() {
    lookAt("abc");

    assertEquals(List.of(0.0, -1 / 3.0, 2 / 3.0, -1.0), strengths());
    assertEquals(List.of("−3.00", "0", "+3.00"), gradient.shadesProperty().get().ticks());
    assertEquals("gradient · vector −3.00 · length 3.00", words(3));
    assertTrue(sentence().contains("“c” −3.00, “b” +2.00, “a” −1.00"), sentence());
  }

  private List<Double> strengths() {
    return gradient.shadesProperty().get().tokens().stream()
        .map(shade -> shade.strength() + 0.0)
        .toList();
  }

  @Test
  void theLengthHasNoSignAndNeedsNoOtherRun() {
    lookAt("abc");
    int runs = bench.events.size();
    gradient.measureProperty().set(GradientMeasure.NORM);

    assertEquals(List.of(0.0, 1 / 3.0, 2 / 3.0, 1.0), strengths());
    assertEquals(List.of("0", "3.00"), gradient.shadesProperty().get().ticks());
    assertEquals(runs, bench.events.size());
  }

  @Test
  void numbersFollowTheUnit() {
    lookAt("abc");
    gradient.unitProperty().set(InformationUnit.BITS);

    assertEquals("gradient · vector −4.33 · length 4.33", words(3));
  }

  @Test
  void theTokenThatIsSelectedIsAskedAbout() {
    lookAt("abc");
    gradient.choose(OptionalInt.of('x'));
    bench.work();

    assertTrue(sentence().startsWith("What drives “x” ("), sentence());

    gradient.choose(OptionalInt.empty());
    bench.work();
    assertFalse(sentence().startsWith("What drives “x” ("), sentence());
  }

  @Test
  void whatWasSelectedInAnotherAnswerIsForgotten() {
    lookAt("abc");
    gradient.choose(OptionalInt.of('x'));
    gradient.look(CopyBench.answer("abcd"));
    bench.work();

    assertEquals("gradient of " + top("abcd"), bench.events.getLast());
  }

  @Test
  void atAnEarlierPositionTheTokenThatStandsThereIsAskedAbout() {
    lookAt("abc");
    gradient.look(CopyBench.answer("abc", OptionalInt.of(1), List.of()));
    bench.work();

    assertTrue(sentence().startsWith("What drives “b” ("), sentence());
    assertEquals(2, gradient.shadesProperty().get().tokens().size());
  }

  @Test
  void onlyTheLatestQuestionIsAnswered() {
    gradient.look(CopyBench.answer("abc"));
    gradient.setShown(true);
    bench.work();
    gradient.choose(OptionalInt.of('x'));
    gradient.choose(OptionalInt.of('y'));
    bench.work();

    assertFalse(bench.events.contains("gradient of " + (int) 'x'));
    assertTrue(sentence().startsWith("What drives “y” ("), sentence());
  }

  @Test
  void anOperatorWithoutARuleIsNamed() {
    bench.refusal = "The gradient of LSTM in layer 3 is not known.";
    lookAt("abc");

    assertEquals(State.REFUSED, gradient.copy().stateProperty().get());
    assertEquals(bench.refusal, gradient.copy().messageProperty().get());
  }

  // Leaving tokens out

  @Test
  void nothingIsMeasuredBeforeSomebodyWantsIt() {
    lookAt("abc");
    gradient.measureProperty().set(GradientMeasure.MEASURED);

    assertTrue(measurements.isEmpty());
    assertTrue(gradient.estimateProperty().get().startsWith("4 runs of the model"));
    assertTrue(sentence().endsWith("leaving out each token in turn."), sentence());
  }

  @Test
  void eachTokenIsLeftOutOnceAndDisagreementIsSaidAndMarked() {
    lookAt("abc");
    gradient.measureProperty().set(GradientMeasure.MEASURED);
    gradient.leftOut().measure();
    bench.events.clear();
    bench.run(measurements.remove());

    assertEquals(List.of("play 3", "play 3", "play 3", "play 3"), bench.events);
    var answer = CopyBench.answer("abc");
    double with = logProbability(answer, top("abc"));
    double without = logProbability(CopyBench.answer("ab"), top("abc"));
    double effect = with - without;
    assertEquals(effect < 0, strength(3) < 0);
    assertEquals(effect > 0, gradient.shadesProperty().get().at(3).marked());
    assertEquals(effect > 0, words(3).endsWith("the signs differ"), words(3));
    assertTrue(sentence().contains("signs"), sentence());
  }

  private static double logProbability(Prediction answer, int token) {
    return TokenScore.of(answer.logits().toArray(), token).logProbability();
  }

  @Test
  void theProgressIsSaidAndTheMeasurementCanBeCancelled() {
    lookAt("abc");
    gradient.leftOut().measure();
    var work = measurements.remove();
    var loaded = bench.loaded();
    work.runSlice(loaded, new Cancellation());

    assertTrue(gradient.leftOut().messageProperty().get().startsWith("Measured 1 of 4, about"));

    gradient.leftOut().stop();
    assertTrue(work.isCancelled());
    assertFalse(gradient.leftOut().runningProperty().get());
    assertTrue(gradient.leftOut().effectsProperty().get().isEmpty());
  }

  @Test
  void theEffectsOfAnotherPredictionAreForgotten() {
    lookAt("abc");
    gradient.leftOut().measure();
    bench.run(measurements.remove());
    assertEquals(4, gradient.leftOut().effectsProperty().get().size());

    gradient.choose(OptionalInt.of('x'));
    bench.work();

    assertTrue(gradient.leftOut().effectsProperty().get().isEmpty());
  }

  @Test
  void aPromptOfOneTokenHasAGradientAndNothingToLeaveOut() {
    lookAt("");

    assertEquals(1, gradient.shadesProperty().get().tokens().size());
    assertFalse(gradient.leftOut().possibleProperty().get());
    gradient.leftOut().measure();
    assertTrue(measurements.isEmpty());
  }

  @Test
  void leavingTheShadingStopsTheMeasurement() {
    lookAt("abc");
    gradient.leftOut().measure();
    gradient.setShown(false);

    assertTrue(measurements.remove().isCancelled());
  }
}
