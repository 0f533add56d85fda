package kelvin.engine.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kelvin.engine.tuning.TuningResult.End;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.training.TrainingText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, a training learns something else than it says, cannot be repeated, or loses its
/// best weights to a divergence or a kill.
class TextTuningTest {

  @TempDir private Path folder = Path.of("");

  private static TuningSettings settings(int epochs, double rate) {
    return new TuningSettings(epochs, rate, 0.01, 4, 4, 1, 0.1, 3, 0, 42);
  }

  /// Texts in which the token after k is k + 1.
  private static List<TrainingText> texts(int count, long seed) {
    var random = new Random(seed);
    var texts = new ArrayList<TrainingText>();
    for (int i = 0; i < count; i++) {
      var ids = new int[3 + random.nextInt(4)];
      ids[0] = random.nextInt(BigramRuns.TOKENS);
      for (int t = 1; t < ids.length; t++) {
        ids[t] = (ids[t - 1] + 1) % BigramRuns.TOKENS;
      }
      texts.add(new TrainingText(ids, 1 + random.nextInt(ids.length - 1)));
    }
    return texts;
  }

  private static TextTuning tuning(
      BigramRuns runs, TuningSettings settings, Optional<Checkpoint> checkpoint) {
    var texts = new TextTuning.Texts(texts(13, 1), texts(6, 2));
    return new TextTuning(runs, texts, settings, checkpoint);
  }

  private static TuningResult trained(TextTuning tuning) {
    while (tuning.step(new Cancellation())) {
      // The next step follows.
    }
    return tuning.result();
  }

  @Test
  void theLossFallsAndTheBestEpochIsKept() {
    var runs = new BigramRuns(5);

    var result = trained(tuning(runs, settings(20, 0.1), Optional.empty()));

    assertEquals(21, result.heldOutLoss().size());
    assertEquals(80, result.steps());
    assertTrue(result.trainLoss().getLast() < result.trainLoss().getFirst() / 2);
    double best = result.heldOutLoss().get(result.best());
    assertEquals(
        result.heldOutLoss().stream().mapToDouble(Double::doubleValue).min().orElseThrow(), best);
    var judged = new StepGradients(runs, 4).loss(texts(6, 2), new Cancellation());
    assertEquals(best, judged, 1e-12);
  }

  /// After one step of Adam every number has moved by the rate against the sign of its gradient.
  @Test
  void theFirstStepIsAsLongAsTheRate() {
    var runs = new BigramRuns(5);
    var before = runs.values();
    var plain = new TuningSettings(1, 0.5, 0, 100, 100, Double.POSITIVE_INFINITY, 0, 1, 0, 1);

    tuning(runs, plain, Optional.empty()).step(new Cancellation());

    var gradient = runs.weights().getFirst().gradient();
    for (int i = 0; i < before.length; i++) {
      float slope = gradient.get(i);
      double moved = runs.values()[i] - before[i];
      assertEquals(-0.5 * Math.signum(slope), moved, slope == 0 ? 0 : 1e-3);
    }
  }

  /// A gradient this short is of the size of Adam's ε, so its length shows in the step.
  @Test
  void aGradientIsClippedToItsGreatestLength() {
    var runs = new BigramRuns(5);
    var before = runs.values();
    double clip = 1e-8;
    var clipped = new TuningSettings(1, 0.5, 0, 100, 100, clip, 0, 1, 0, 1);

    tuning(runs, clipped, Optional.empty()).step(new Cancellation());

    var gradient = runs.weights().getFirst().gradient();
    double length = Gradients.length(List.of(gradient));
    assertTrue(length > 0.1, () -> length + " is short as it is");
    for (int i = 0; i < before.length; i++) {
      double slope = gradient.get(i) * clip / length;
      double expected = -0.5 * slope / (Math.abs(slope) + 1e-8);
      assertEquals(expected, runs.values()[i] - before[i], 1e-5);
    }
  }

  @Test
  void aTrainingEndsWhenTheHeldOutLossNoLongerFalls() {
    var runs = new BigramRuns(5);
    var before = runs.values();
    // In the held-out texts each token follows the one that comes after it in the others.
    var backwards = texts(6, 2).stream().map(TextTuningTest::backwards).toList();
    var texts = new TextTuning.Texts(texts(13, 1), backwards);

    var result = trained(new TextTuning(runs, texts, settings(20, 0.1), Optional.empty()));

    assertEquals(TuningResult.End.EARLY, result.end());
    assertEquals(0, result.best());
    assertEquals(4, result.heldOutLoss().size());
    assertArrayEquals(before, runs.values());
  }

  private static TrainingText backwards(TrainingText text) {
    int last = text.ids().length - 1;
    return new TrainingText(
        IntStream.rangeClosed(0, last).map(i -> text.ids()[last - i]).toArray(), text.first() + 1);
  }

  @Test
  void textsThatAreRunOneByOneTeachTheSame() {
    var together = new BigramRuns(5);
    var alone = new BigramRuns(5);

    trained(tuning(together, settings(3, 0.05), Optional.empty()));
    trained(tuning(alone, settings(3, 0.05).oneByOne(), Optional.empty()));

    assertArrayEquals(together.values(), alone.values(), 1e-5f);
  }

  @Test
  void theSameSeedGivesTheSameWeightsAndAnotherOneOthers() {
    var some = new BigramRuns(5);
    var again = new BigramRuns(5);
    var other = new BigramRuns(5);
    var seed = new TuningSettings(3, 0.1, 0.01, 4, 4, 1, 0.1, 3, 0, 43);

    trained(tuning(some, settings(3, 0.1), Optional.empty()));
    trained(tuning(again, settings(3, 0.1), Optional.empty()));
    trained(tuning(other, seed, Optional.empty()));

    assertArrayEquals(some.values(), again.values());
    assertFalse(Arrays.equals(some.values(), other.values()));
  }

  @Test
  void aKilledTrainingGoesOnAsIfNothingHadHappened() {
    var whole = new BigramRuns(5);
    var expected = trained(tuning(whole, settings(6, 0.1), Optional.empty()));
    var checkpoint = Optional.of(new Checkpoint(folder.resolve("state"), "same"));
    var killed = tuning(new BigramRuns(5), settings(6, 0.1), checkpoint);
    for (int step = 0; step < 14; step++) {
      killed.step(new Cancellation());
    }

    var runs = new BigramRuns(5);
    var second = tuning(runs, settings(6, 0.1), checkpoint);

    assertEquals(3, second.epochs());
    var result = trained(second);
    assertEquals(expected.heldOutLoss(), result.heldOutLoss());
    assertEquals(expected.trainLoss(), result.trainLoss());
    assertArrayEquals(whole.values(), runs.values());
  }

  @Test
  void aStateThatCannotBeKeptIsToldWithItsPlaceAndARemedy() throws Exception {
    var file = Files.writeString(folder.resolve("a file"), "").resolve("state");
    var tuning =
        tuning(new BigramRuns(5), settings(2, 0.1), Optional.of(new Checkpoint(file, "some")));

    var failure = assertThrows(InferenceException.class, () -> trained(tuning));

    var sentence = String.valueOf(failure.getMessage());
    assertTrue(sentence.startsWith("The state of the training cannot be kept in " + file + ": "));
    assertTrue(sentence.endsWith(". Make room there or choose another folder."), sentence);
  }

  @Test
  void theStateOfAnotherTrainingIsRefused() {
    var file = folder.resolve("state");
    var first =
        tuning(new BigramRuns(5), settings(2, 0.1), Optional.of(new Checkpoint(file, "some")));
    trained(first);

    var failure =
        assertThrows(
            InferenceException.class,
            () ->
                tuning(
                    new BigramRuns(5),
                    settings(2, 0.1),
                    Optional.of(new Checkpoint(file, "other"))));

    assertTrue(String.valueOf(failure.getMessage()).contains("other data or settings"));
    assertTrue(Files.exists(file));
  }

  @Test
  void aDivergenceIsToldAndTheBestWeightsAreKept() {
    var runs = new BigramRuns(5);
    var before = runs.values();

    var result = trained(tuning(runs, settings(5, 1e6), Optional.empty()));

    assertEquals(End.DIVERGED, result.end());
    assertEquals(0, result.best());
    assertArrayEquals(before, runs.values());
    assertTrue(result.trouble().orElseThrow().contains("before the training"));
  }

  @Test
  void aGradientThatIsNoNumberIsNamed() {
    var runs = new BigramRuns(5);
    var tuning = tuning(runs, settings(5, 0.1), Optional.empty());
    for (int step = 0; step < 9; step++) {
      tuning.step(new Cancellation());
    }
    runs.broken = true;

    var result = trained(tuning);

    var trouble = result.trouble().orElseThrow();
    assertTrue(trouble.contains("no number at MatMul in layer 0"), trouble);
    assertTrue(trouble.contains("after epoch 2"), trouble);
    for (float value : runs.values()) {
      assertTrue(Float.isFinite(value));
    }
  }

  @Test
  void aCancelledStepIsDoneAgain() {
    var runs = new BigramRuns(5);
    var tuning = tuning(runs, settings(4, 0.1), Optional.empty());
    tuning.step(new Cancellation());
    var cancelled = new Cancellation();
    cancelled.cancel();

    assertThrows(CancelledException.class, () -> tuning.step(cancelled));
    trained(tuning);

    var whole = new BigramRuns(5);
    trained(tuning(whole, settings(4, 0.1), Optional.empty()));
    assertArrayEquals(whole.values(), runs.values());
  }

  @Test
  void lowRankBeginsAtTheModelAndLearns() {
    var runs = new BigramRuns(5);
    var before = runs.values();
    var thin = new TuningSettings(20, 0.1, 0, 4, 4, 1, 0.1, 3, 2, 42);
    var tuning = tuning(runs, thin, Optional.empty());
    assertArrayEquals(before, runs.values());

    var result = trained(tuning);

    assertEquals(2L * 2 * BigramRuns.TOKENS, result.parameters());
    assertTrue(result.heldOutLoss().get(result.best()) < result.heldOutLoss().getFirst() * 0.9);
  }

  /// The gradients of the thin matrices, against differences of the loss.
  @Test
  void theGradientsOfLowRankFollowFromThatOfTheMatrix() {
    var runs = new BigramRuns(5);
    var trainee = Trainee.of(runs.weights(), 2, 1);
    var random = new Random(2);
    for (var each : trainee.parameters()) {
      for (int i = 0; i < each.size(); i++) {
        each.values().put(i, (float) random.nextGaussian());
      }
    }
    var texts = texts(5, 3);
    trainee.giveValues();
    runs.gradients(texts, 1, new Cancellation());
    trainee.takeGradients();

    for (var each : trainee.parameters()) {
      for (int i = 0; i < each.size(); i++) {
        float at = each.values().get(i);
        double[] losses = new double[2];
        for (int side = 0; side < 2; side++) {
          each.values().put(i, at + (1 - 2 * side) * 1e-2f);
          trainee.giveValues();
          losses[side] = Arrays.stream(runs.losses(texts, new Cancellation())).sum();
        }
        each.values().put(i, at);
        assertEquals((losses[0] - losses[1]) / 2e-2, each.gradient().get(i), 2e-2);
      }
    }
  }

  @Test
  void theRateGrowsThenFallsToATenth() {
    var schedule = new Schedule(1, 10, 2);

    assertEquals(0.5, schedule.at(0));
    assertEquals(1, schedule.at(1));
    assertEquals(1, schedule.at(2));
    assertEquals(0.1, schedule.at(9), 1e-12);
    for (int step = 3; step < 10; step++) {
      assertTrue(schedule.at(step) < schedule.at(step - 1));
    }
  }

  @Test
  void everyTextIsInOneBatchOfLikeLengths() {
    var texts = texts(22, 4);

    var batches = LengthBatches.of(texts, 4, 1, 0);

    assertEquals(22, batches.stream().flatMap(List::stream).distinct().count());
    int filled =
        batches.stream()
            .mapToInt(
                batch ->
                    batch.stream().mapToInt(text -> batch.getLast().length() - text.length()).sum())
            .sum();
    assertTrue(filled <= 3 * 4, "filled up: " + filled);
    assertFalse(batches.equals(LengthBatches.of(texts, 4, 1, 1)));
  }
}
