package kelvin.experiment.adapt.live;

import static kelvin.experiment.SmallPlan.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import kelvin.cli.FakeInside;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.SmallPlan;
import kelvin.experiment.adapt.AdaptExtent;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.AdaptProgress;
import kelvin.experiment.adapt.AdaptSetup;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.data.DataException;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
import kelvin.experiment.tuning.Training;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.Test;

/// A comparison beside a fake model, on threads that the test runs by hand. If these fail, a cancel
/// or a model that closes loses what was measured, or nobody hears of the end.
class LiveAdaptationTest {

  private final LoadedModel model = FakeInside.loaded(0);
  private final Deque<Runnable> training = new ArrayDeque<>();
  private final Heard heard = new Heard();
  private final LiveAdaptation live = new LiveAdaptation(setup(), training::add, heard);

  private static final class Heard implements LiveAdaptListener {

    private final List<AdaptProgress> told = new ArrayList<>();
    private final List<Adaptation> ends = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private boolean isWaiting;

    @Override
    public void told(AdaptProgress progress) {
      told.add(progress);
    }

    @Override
    public void waiting() {
      isWaiting = true;
    }

    @Override
    public void ended(Adaptation measured, String reason) {
      ends.add(measured);
      reasons.add(reason);
    }

    @Override
    public void notBegun(String reason) {
      reasons.add(reason);
    }

    Adaptation end() {
      assertEquals(1, ends.size());
      return ends.getFirst();
    }
  }

  private static AdaptSetup setup() {
    var train = List.of(pair("a", "b"), pair("d", "b"), pair("s", "c"), pair("v", "c"));
    var test = List.of(pair("e", "b"), pair("w", "c"));
    try {
      return AdaptSetup.of(
          SmallPlan.of(List.of("b", "c"), train, test),
          new AdaptExtent(List.of(AdaptMethod.FEW_SHOT, AdaptMethod.HEAD), List.of(0, 2, 4), 2),
          new Training(
              Depth.NORMS, Loss.LM, OptionalDouble.empty(), TuningSettings.usual(1, 1, 1, 0, 42)));
    } catch (DataException e) {
      throw new AssertionError(e);
    }
  }

  private boolean slice() {
    return live.runSlice(model, new Cancellation());
  }

  private void askAll() {
    boolean more = true;
    while (more) {
      more = slice();
    }
  }

  private static List<AdaptMethod> methods(Adaptation measured) {
    return measured.points().stream().map(AdaptPoint::method).distinct().toList();
  }

  @Test
  void promptsAreAskedBetweenAnswersAndHeadsAreFittedOnTheOtherThread() {
    askAll();
    assertTrue(heard.isWaiting);
    assertEquals(List.of(AdaptMethod.FEW_SHOT), methods(heard.told.getLast().soFar()));
    assertTrue(heard.ends.isEmpty());

    training.remove().run();

    assertFalse(heard.end().facts().partial());
    assertEquals(5 + 4, heard.end().points().size());
    assertEquals(1, heard.told.getLast().share());
    assertEquals(0, heard.told.getLast().secondsLeft());
  }

  @Test
  void aCancelKeepsThePointsThatAreWhole() {
    while (heard.told.isEmpty() || heard.told.getLast().done() < 2) {
      assertTrue(slice());
    }
    live.cancel();

    assertFalse(slice());
    assertTrue(heard.end().facts().partial());
    assertEquals(2, heard.end().points().size());
    assertTrue(training.isEmpty());
  }

  @Test
  void aCancelWhileItWaitsForTheThreadThatTrainsIsToldAtOnce() {
    askAll();
    live.cancel();

    assertEquals(5, heard.end().points().size());
    assertTrue(heard.end().facts().partial());
    training.remove().run();
    assertEquals(1, heard.ends.size());
  }

  @Test
  void aModelThatClosesEndsItAndKeepsThePoints() {
    askAll();
    model.close();

    training.remove().run();

    assertEquals(List.of(AdaptMethod.FEW_SHOT), methods(heard.end()));
    assertTrue(heard.end().facts().partial());
    assertEquals(List.of("The comparison ended, because its model was closed."), heard.reasons);
  }

  @Test
  void anotherModelBeforeTheFirstSliceIsSaid() {
    live.fail("Another model was opened.");

    assertEquals(List.of("Another model was opened."), heard.reasons);
    assertTrue(heard.ends.isEmpty());
  }
}
