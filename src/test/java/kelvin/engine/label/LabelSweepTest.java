package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.engine.PredictionRequest;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.LoadedModel;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.OrderSweep;
import org.junit.jupiter.api.Test;

class LabelSweepTest {

  private final FakeLanguageModel model = new FakeLanguageModel();
  private final LoadedModel loaded = new LoadedModel(model, FakeTokenizer.withStartToken());
  private final Heard heard = new Heard();

  /// The events of a sweep, in order.
  private static final class Heard implements SweepListener {

    private final TreeMap<Integer, LabelScores> answers = new TreeMap<>();
    private final List<SweepProgress> progress = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Override
    public void scored(int index, LabelScores scores, SweepProgress soFar) {
      answers.put(index, scores);
      progress.add(soFar);
    }

    @Override
    public void failed(String reason) {
      failures.add(reason);
    }
  }

  private static List<LabelQuestion> questions(String... prompts) {
    return List.of(prompts).stream()
        .map(prompt -> new LabelQuestion(prompt, List.of("y", "no", "n")))
        .toList();
  }

  private void runAll(LabelSweep sweep) {
    while (sweep.runSlice(loaded, new Cancellation())) {
      assertFalse(sweep.isCancelled());
    }
  }

  private static List<LabelQuestion> allOrders() {
    var examples =
        List.of(
            new Example("a", "1"),
            new Example("b", "2"),
            new Example("c", "1"),
            new Example("d", "2"),
            new Example("e", "1"));
    var prompt = new FewShotPrompt("", examples, 5, Layout.of("{x}>{y}", "\n"), "f");
    var base = Trial.of(prompt, List.of("1", "2"), Optional.of("2"), false);
    return OrderSweep.plan(List.of(base), 120, 1).stream()
        .map(v -> new LabelQuestion(v.trial().prompt().render(), v.trial().continuations()))
        .toList();
  }

  @Test
  void aHundredAndTwentyOrdersRunAtMostHalfTheTokensOfSeparateRuns() {
    var questions = allOrders();
    long naive =
        questions.stream()
            .flatMap(q -> q.labels().stream().map(label -> q.prompt() + label))
            .mapToLong(text -> text.length() + 1)
            .sum();
    var sweep = new LabelSweep(questions, heard);

    var plan = sweep.prepare(loaded, new Cancellation());
    runAll(sweep);

    assertEquals(120, heard.answers.size());
    assertEquals(naive, plan.naiveTokens());
    assertEquals(model.positionsRun(), plan.tokensTotal());
    assertTrue(2L * model.positionsRun() <= naive, model.positionsRun() + " of " + naive);
  }

  @Test
  void sharedPrefixesDoNotChangeAnyScore() {
    var questions = allOrders();

    runAll(new LabelSweep(questions, heard));

    for (int i = 0; i < questions.size(); i++) {
      var alone =
          new LabelScorer(new LoadedModel(new FakeLanguageModel(), loaded.tokenizer()))
              .score(questions.get(i), new Cancellation());
      assertEquals(alone, heard.answers.get(i), "order " + i);
    }
  }

  @Test
  void theModelRunsExactlyThePlannedTokens() {
    var random = new Random(3);
    for (int round = 0; round < 200; round++) {
      var questions = new ArrayList<LabelQuestion>();
      for (int q = 0; q < 1 + random.nextInt(6); q++) {
        var prompt = random.ints(random.nextInt(6), 'a', 'd').toArray();
        questions.add(
            new LabelQuestion(
                new String(prompt, 0, prompt.length), List.of("a", "ab", "b", "abc")));
      }
      var fresh = new FakeLanguageModel();
      var sweep = new LabelSweep(questions, heard);
      var on = new LoadedModel(fresh, loaded.tokenizer());

      var plan = sweep.prepare(on, new Cancellation());
      while (sweep.runSlice(on, new Cancellation())) {
        assertTrue(fresh.positionsRun() <= plan.tokensTotal());
      }

      assertEquals(plan.tokensTotal(), fresh.positionsRun(), "round " + round);
    }
  }

  @Test
  void progressGrowsToTheEnd() {
    runAll(new LabelSweep(questions("one", "two", "twofold"), heard));

    var last = heard.progress.getLast();
    assertEquals(List.of(1, 2, 3), heard.progress.stream().map(SweepProgress::done).toList());
    assertTrue(last.isDone());
    assertEquals(1, last.share());
    assertEquals(0, last.secondsLeft());
    assertTrue(heard.progress.getFirst().secondsLeft() >= 0);
  }

  @Test
  void aPausedSliceIsRunAgain() {
    var sweep = new LabelSweep(questions("one", "two"), heard);
    var pause = new Cancellation();
    pause.cancel();

    assertThrows(CancelledException.class, () -> sweep.runSlice(loaded, pause));
    runAll(sweep);

    assertEquals(2, heard.answers.size());
  }

  @Test
  void aCancelledSweepReportsNothingMore() {
    var sweep = new LabelSweep(questions("one", "two"), heard);
    assertTrue(sweep.runSlice(loaded, new Cancellation()));

    sweep.cancel();

    assertThrows(CancelledException.class, () -> sweep.runSlice(loaded, new Cancellation()));
    assertEquals(0, heard.answers.size());
  }

  @Test
  void onePromptThatIsTooLongStopsTheSweepBeforeItRuns() {
    var sweep = new LabelSweep(questions("one", "x".repeat(70)), heard);

    assertThrows(ContextOverflowException.class, () -> sweep.prepare(loaded, new Cancellation()));

    assertEquals(0, model.runs());
  }

  @Test
  void requestsAreAnsweredBetweenSlices() {
    var thread = new FakeInferenceThread();
    var order = new ArrayList<String>();
    var engine = new PredictionEngine(thread, outcome -> order.add(outcome.request().prompt()));
    engine.use(loaded);
    var sweep =
        new LabelSweep(
            questions("one", "two", "three"),
            new SweepListener() {
              @Override
              public void scored(int index, LabelScores scores, SweepProgress progress) {
                order.add("scored");
                if (progress.done() == 1) {
                  engine.predict(request("typed meanwhile"));
                }
              }

              @Override
              public void failed(String reason) {
                order.add(reason);
              }
            });

    engine.begin(sweep);
    thread.runAll();

    assertEquals(List.of("scored", "typed meanwhile", "scored", "scored"), order);
  }

  private static PredictionRequest request(String prompt) {
    return new PredictionRequest(prompt, List.of(), OptionalInt.empty());
  }

  @Test
  void aRequestStopsTheRunningSlice() {
    var thread = new FakeInferenceThread();
    var engine = new PredictionEngine(thread, _ -> {});
    engine.use(loaded);
    engine.begin(new LabelSweep(questions("a long prompt"), heard));
    model.beforeRow(
        position -> {
          if (position == 5) {
            model.beforeRow(_ -> {});
            engine.predict(request("urgent"));
          }
        });

    thread.runAll();

    assertEquals(1, heard.answers.size());
    assertTrue(model.runs() >= 3);
  }

  @Test
  void theWorkAddedLastRunsFirst() {
    var thread = new FakeInferenceThread();
    var engine = new PredictionEngine(thread, _ -> {});
    engine.use(loaded);
    var live = new Heard();
    engine.begin(new LabelSweep(questions("one", "two", "three"), heard));
    engine.begin(new LabelSweep(questions("live"), live));
    var sweptFirst = new ArrayList<Integer>();
    model.beforeRow(
        _ -> {
          if (live.answers.isEmpty()) {
            sweptFirst.add(heard.answers.size());
          }
        });

    thread.runAll();

    assertEquals(List.of(0), sweptFirst.stream().distinct().toList());
    assertEquals(1, live.answers.size());
    assertEquals(3, heard.answers.size());
  }

  @Test
  void anInvalidSweepFailsWithASentence() {
    var thread = new FakeInferenceThread();
    var engine = new PredictionEngine(thread, _ -> {});
    engine.use(loaded);

    engine.begin(new LabelSweep(questions("x".repeat(70)), heard));
    thread.runAll();

    assertEquals(1, heard.failures.size());
    assertTrue(heard.failures.getFirst().contains("more than the model's context of 64"));
  }

  @Test
  void anotherModelEndsASweepWithASentence() {
    var thread = new FakeInferenceThread();
    var engine = new PredictionEngine(thread, _ -> {});
    engine.begin(new LabelSweep(questions("one"), heard));

    engine.use(loaded);
    thread.runAll();

    assertEquals(0, heard.answers.size());
    assertTrue(heard.failures.getFirst().startsWith("Another model was opened"));
  }

  @Test
  void aCancelledSweepFreesTheThread() {
    var thread = new FakeInferenceThread();
    var engine = new PredictionEngine(thread, _ -> {});
    engine.use(loaded);
    var sweep = new LabelSweep(questions("one", "two"), heard);
    engine.begin(sweep);

    sweep.cancel();
    thread.runAll();

    assertEquals(0, model.runs());
    assertEquals(List.of(), heard.failures);
  }

  @Test
  void aSliceThatRunsWhileTheEngineClosesDoesNotContinue() {
    var thread = new FakeInferenceThread();
    var isShutDown = new AtomicBoolean();
    var engine =
        new PredictionEngine(
            task -> {
              assertFalse(isShutDown.get(), "a task came after the end");
              thread.execute(task);
            },
            _ -> {});
    engine.use(loaded);
    engine.begin(new LabelSweep(questions("one", "two"), heard));
    model.beforeRow(
        _ -> {
          engine.close();
          isShutDown.set(true);
          model.beforeRow(_ -> {});
        });

    thread.runAll();

    assertEquals(List.of(), heard.failures);
  }
}
