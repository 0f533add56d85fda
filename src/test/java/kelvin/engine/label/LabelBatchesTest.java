package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.Test;

/// A sweep that runs passages together gives every label the score that it has alone. Otherwise an
/// evaluation would say something else than the labels below the prompt.
final class LabelBatchesTest {

  private static final double QUICK = 1e-3;

  private final List<Integer> order = new ArrayList<>();
  private final List<LabelScores> scores = new ArrayList<>();
  private final List<SweepProgress> progress = new ArrayList<>();

  private final SweepListener listener =
      new SweepListener() {
        @Override
        public void scored(int index, LabelScores answer, SweepProgress soFar) {
          order.add(index);
          scores.add(answer);
          progress.add(soFar);
        }

        @Override
        public void failed(String reason) {
          throw new AssertionError(reason);
        }
      };

  private static LoadedModel loaded(FakeBatches model) {
    return new LoadedModel(model, FakeTokenizer.withStartToken());
  }

  private static List<LabelQuestion> randomQuestions(Random random) {
    return IntStream.range(0, 1 + random.nextInt(20))
        .mapToObj(
            _ -> {
              var prompt = random.ints(random.nextInt(9), 'a', 'd').toArray();
              return new LabelQuestion(
                  new String(prompt, 0, prompt.length), List.of("a", "ab", "b", "abc", "dddd"));
            })
        .toList();
  }

  private int runAll(LabelSweep sweep, LoadedModel model) {
    int slices = 1;
    while (sweep.runSlice(model, new Cancellation())) {
      slices++;
    }
    return slices;
  }

  @Test
  void batchesGiveTheScoresOfSingleRuns() {
    var random = new Random(9);
    for (int round = 0; round < 100; round++) {
      order.clear();
      scores.clear();
      var questions = randomQuestions(random);
      var model = new FakeBatches(0.01 * random.nextDouble(), QUICK * random.nextDouble());

      runAll(new LabelSweep(questions, listener), loaded(model));

      for (int i = 0; i < order.size(); i++) {
        var alone =
            new LabelScorer(
                    new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken()))
                .score(questions.get(order.get(i)), new Cancellation());
        assertEquals(alone, scores.get(i), "round " + round);
      }
      assertEquals(
          IntStream.range(0, questions.size()).boxed().toList(), order.stream().sorted().toList());
    }
  }

  @Test
  void oneRunScoresManyPassages() {
    var questions = randomQuestions(new Random(3));
    var model = new FakeBatches(0.01, QUICK);

    int slices = runAll(new LabelSweep(questions, listener), loaded(model));

    assertTrue(model.runs() * 4 < questions.size() * 5, model.sizes.toString());
    assertTrue(slices <= model.runs() + 1);
  }

  @Test
  void eachQuestionIsReportedOnceAndProgressGrowsToTheEnd() {
    var questions = randomQuestions(new Random(4));

    runAll(new LabelSweep(questions, listener), loaded(new FakeBatches(0.01, QUICK)));

    assertEquals(
        IntStream.rangeClosed(1, questions.size()).boxed().toList(),
        progress.stream().map(SweepProgress::done).toList());
    assertEquals(1, progress.getLast().share());
  }

  @Test
  void passagesRunAloneWhereThatIsFaster() {
    var model = new FakeBatches(0.01, QUICK);
    model.slowBatches(100);

    runAll(new LabelSweep(randomQuestions(new Random(5)), listener), loaded(model));

    assertEquals(List.of(), model.sizes);
  }

  @Test
  void aBatchOfASlowModelIsAsShortAsTwoRuns() {
    var model = new FakeBatches(1, 1);
    var questions =
        List.of(new LabelQuestion("a", List.of("bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii")));

    runAll(new LabelSweep(questions, listener), loaded(model));

    assertTrue(model.sizes.stream().allMatch(size -> size <= 5), model.sizes.toString());
  }

  @Test
  void aPausedBatchRunsAgainAndTheMemoryIsFreedAtTheEnd() {
    var model = new FakeBatches(0.01, QUICK);
    var sweep = new LabelSweep(randomQuestions(new Random(6)), listener);
    var pause = new Cancellation();
    model.beforeBatch(pause::cancel);
    assertThrows(
        CancelledException.class,
        () -> {
          while (sweep.runSlice(loaded(model), pause)) {
            assertEquals(0, model.released);
          }
        });
    model.beforeBatch(() -> {});

    runAll(sweep, loaded(model));

    assertTrue(progress.getLast().isDone());
    assertEquals(1, model.released);
  }

  @Test
  void theMemoryOfASweepThatIsCancelledInABatchIsFreed() {
    var model = new FakeBatches(0.01, QUICK);
    var sweep = new LabelSweep(randomQuestions(new Random(6)), listener);
    var thread = begun(sweep, model);
    model.beforeBatch(
        () -> {
          if (!model.sizes.isEmpty()) {
            sweep.cancel();
          }
        });

    thread.runAll();

    assertEquals(1, model.sizes.size());
    assertEquals(1, model.released);
  }

  @Test
  void theMemoryOfASweepThatIsCancelledBetweenTwoBatchesIsFreed() {
    var model = new FakeBatches(0.01, QUICK);
    var sweep = new LabelSweep(randomQuestions(new Random(6)), listener);
    var thread = begun(sweep, model);
    while (model.sizes.isEmpty()) {
      thread.runNext();
    }
    assertEquals(0, model.released);

    sweep.cancel();
    thread.runAll();

    assertEquals(1, model.sizes.size());
    assertEquals(1, model.released);
  }

  private static FakeInferenceThread begun(LabelSweep sweep, FakeBatches model) {
    var thread = new FakeInferenceThread();
    var engine = new PredictionEngine(thread, _ -> {});
    engine.use(loaded(model));
    engine.begin(sweep);
    return thread;
  }
}
