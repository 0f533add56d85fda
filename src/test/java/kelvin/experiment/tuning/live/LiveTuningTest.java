package kelvin.experiment.tuning.live;

import static kelvin.experiment.SmallPlan.pair;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.distribution.Logits;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.tuning.BigramRuns;
import kelvin.engine.tuning.TuningResult.End;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.SmallPlan;
import kelvin.experiment.data.DataException;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
import kelvin.experiment.tuning.Training;
import kelvin.experiment.tuning.TuningData;
import kelvin.inference.InferenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A training beside a model, on the thread of the test. If these fail, a user cannot stop it or
/// take it back, what was learned is lost, or a copy of the model stays open.
class LiveTuningTest {

  private static final int EPOCHS = 6;

  private final BigramRuns copy = new BigramRuns(FakeTokenizer.SIZE, 5);
  private Optional<Path> state = Optional.empty();
  @TempDir private Path folder = Path.of("");
  private final float[] before = copy.values();
  private final Trainable model = Trainable.of(new TaughtModel(copy).loaded());
  private final HeardTuning heard = new HeardTuning();
  private final LiveTuning live = new LiveTuning(wish(), model, heard, () -> state);

  private static LiveWish wish() {
    var train =
        List.of(
            pair("a", "b"),
            pair("d", "b"),
            pair("f", "b"),
            pair("g", "b"),
            pair("s", "c"),
            pair("v", "c"),
            pair("w", "c"),
            pair("x", "c"),
            pair("ad", "b"),
            pair("sv", "c"));
    var plan = SmallPlan.of(List.of("b", "c"), train, List.of(pair("ag", "b"), pair("ws", "c")));
    var settings = TuningSettings.usual(EPOCHS, 0.5, 4, 0, 42);
    var training = new Training(Depth.ALL, Loss.LM, OptionalDouble.empty(), settings);
    try {
      var data = TuningData.of(plan.data(), plan.setup(), Integer.MAX_VALUE, 42);
      return new LiveWish(plan.setup(), data, training, "another text");
    } catch (DataException e) {
      throw new AssertionError(e);
    }
  }

  private static int epochs(LiveState state) {
    return state.curves().train().size() - 1;
  }

  @Test
  void aTrainingTellsItsCurvesAndJudgesWhatItLearned() {
    live.run();

    var end = heard.end();
    assertEquals(End.ALL_EPOCHS, end.result().end());
    assertEquals(1 + EPOCHS, end.curves().train().size());
    assertEquals(1 + EPOCHS, end.curves().heldOut().size());
    assertEquals(1 + EPOCHS, end.curves().accuracy().size());
    assertEquals(1 + EPOCHS, end.curves().otherLoss().size());
    assertTrue(end.after().isPresent());
    assertFalse(Arrays.equals(before, copy.values()));
    assertFalse(copy.isClosed());
  }

  @Test
  void aPausedTrainingMakesNoStepUntilItGoesOn() throws Exception {
    heard.onStep(
        state -> {
          if (state.step() == 3) {
            live.pause(true);
          }
        });
    var thread = Thread.ofPlatform().start(live::run);
    while (heard.steps() < 3 || thread.getState() != Thread.State.WAITING) {
      assertTrue(thread.isAlive());
      Thread.onSpinWait();
    }
    assertEquals(3, heard.state().step());

    live.pause(false);
    thread.join();
    assertEquals(End.ALL_EPOCHS, heard.end().result().end());
  }

  @Test
  void aCancelKeepsTheBestWeightsAndJudgesThem() {
    var ofEpochs = new ArrayList<float[]>(List.of(before));
    var cancels = new HashSet<Integer>();
    heard.onStep(
        state -> {
          if (ofEpochs.size() == epochs(state)) {
            ofEpochs.add(copy.values());
          }
          if (state.step() == 5 && cancels.add(5)) {
            live.cancel();
          }
        });

    live.run();

    var end = heard.end();
    assertEquals(End.STOPPED, end.result().end());
    assertArrayEquals(ofEpochs.get(end.result().best()), copy.values());
    assertTrue(end.after().isPresent());
  }

  @Test
  void aSecondCancelEndsTheJudgingAndStillKeepsTheWeights() {
    heard.onStep(
        state -> {
          if (state.step() == 5) {
            live.cancel();
          }
        });

    live.run();

    assertEquals(End.STOPPED, heard.end().result().end());
    assertTrue(heard.end().after().isEmpty());
    assertFalse(copy.isClosed());
  }

  @Test
  void aCancelBeforeTheFirstEpochLeavesNothing() {
    heard.onStep(_ -> live.cancel());

    live.run();

    assertEquals(1, heard.cancels());
    assertTrue(heard.hasNoEnd());
    assertTrue(copy.isClosed());
  }

  @Test
  void theModelsOwnWeightsComeBackAndTheTrainedOnesAreNotLost() {
    var logits =
        Arrays.copyOfRange(before, 'a' * FakeTokenizer.SIZE, ('a' + 1) * FakeTokenizer.SIZE);
    live.watch(Optional.of(new LiveTuning.Prompt(new int[] {'a'}, Logits.owning(logits))));
    live.run();
    var trained = copy.values();
    assertFalse(isAsBefore(heard.state()));

    live.showBase(true);
    assertArrayEquals(before, copy.values());
    assertTrue(isAsBefore(heard.state()));

    live.showBase(false);
    assertArrayEquals(trained, copy.values());
    assertFalse(isAsBefore(heard.state()));
  }

  private static boolean isAsBefore(LiveState state) {
    var watched = state.watched().orElseThrow();
    double change =
        watched.before().probabilityOfToken('b') - watched.now().probabilityOfToken('b');
    return Math.abs(change) < 1e-9;
  }

  @Test
  void aModelThatFailsInTheMiddleSaysWhyAndClosesItsCopy() {
    int[] steps = {0};
    copy.beforeGradients(
        () -> {
          if (++steps[0] == 4) {
            throw new InferenceException("The device is lost.");
          }
        });

    live.run();

    assertEquals(List.of("The device is lost."), heard.failures());
    assertTrue(heard.hasNoEnd());
    assertTrue(copy.isClosed());
    live.look();
    assertThrows(IOException.class, () -> live.write(Path.of("nowhere")));
  }

  @Test
  void aKilledTrainingGoesOnAndStillKnowsTheModelsOwnWeights() {
    live.run();
    var whole = copy.values();
    var killed = new BigramRuns(FakeTokenizer.SIZE, 5);
    state = Optional.of(folder.resolve("state"));
    int[] steps = {0};
    killed.beforeGradients(
        () -> {
          if (++steps[0] == 6) {
            throw new InferenceException("killed");
          }
        });
    training(killed, new HeardTuning()).run();

    var second = new BigramRuns(FakeTokenizer.SIZE, 5);
    var told = new HeardTuning();
    var goesOn = training(second, told);
    goesOn.run();

    var end = told.end();
    assertEquals(heard.end().curves().train(), end.curves().train());
    assertEquals(heard.end().curves().otherLoss().getFirst(), end.curves().otherLoss().getFirst());
    assertTrue(Double.isNaN(end.curves().otherLoss().get(1)));
    assertEquals(heard.end().curves().otherLoss().getLast(), end.curves().otherLoss().getLast());
    assertArrayEquals(whole, second.values());
    goesOn.showBase(true);
    assertArrayEquals(before, second.values());
  }

  private LiveTuning training(BigramRuns of, HeardTuning told) {
    return new LiveTuning(wish(), Trainable.of(new TaughtModel(of).loaded()), told, () -> state);
  }

  @Test
  void tooLittleMemoryIsToldAndNotThrown() {
    copy.beforeGradients(
        () -> {
          throw new OutOfMemoryError("a test's");
        });

    live.run();

    assertEquals(1, heard.failures().size());
    assertTrue(copy.isClosed());
  }

  @Test
  void aModelThatClosesEndsItsTrainingAndTheCopy() {
    heard.onStep(
        state -> {
          if (epochs(state) == 1) {
            model.close();
          }
        });

    live.run();

    assertEquals(List.of("The training ended, because its model was closed."), heard.failures());
    assertEquals(0, heard.cancels());
    assertTrue(heard.hasNoEnd());
    assertTrue(copy.isClosed());
  }
}
