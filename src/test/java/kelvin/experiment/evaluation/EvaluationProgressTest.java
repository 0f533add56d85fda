package kelvin.experiment.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.Pair;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.FreePrompt;
import org.junit.jupiter.api.Test;

/// If these fail, who waits for an evaluation sees nothing, or a wrong time.
class EvaluationProgressTest {

  private static final EvaluationSetup SETUP =
      new EvaluationSetup(
          new Evaluation.PromptFacts("letters", "text", 0, 42),
          new FreePrompt("{x}>"),
          new EvaluationSetup.Labels(List.of("b", "c"), false),
          new EvaluationSetup.Scoring(
              Normalization.NONE, List.of(), StartToken.AUTO, TooLong.REFUSE));

  private final FakeLanguageModel fake = new FakeLanguageModel();
  private final LoadedModel model = new LoadedModel(fake, FakeTokenizer.withStartToken());

  private static List<Pair> pairs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Pair("line " + (i + 2), "input " + i, i % 2 == 0 ? "b" : "c", true))
        .toList();
  }

  private void run(EvaluationWork work) {
    boolean more = true;
    while (more) {
      more = work.runSlice(model, new Cancellation());
    }
  }

  /// Hears of both phases.
  private static class Heard implements EvaluationListener {

    private final List<Integer> looked = new ArrayList<>();
    private final List<EvaluationProgress> measured = new ArrayList<>();

    @Override
    public void looked(int done, int total) {
      assertTrue(measured.isEmpty(), "all prompts are looked at before the first run");
      assertEquals(40, total);
      looked.add(done);
    }

    @Override
    public void measured(EvaluationProgress progress) {
      measured.add(progress);
    }

    @Override
    public void failed(String reason) {
      throw new AssertionError(reason);
    }
  }

  @Test
  void bothPhasesAreToldToTheirEnds() {
    var heard = new Heard();

    run(new EvaluationWork(SETUP, pairs(40), heard));

    assertEquals(List.of(16, 32, 40), heard.looked);
    assertEquals(40, heard.measured.size());
    assertEquals(1, heard.measured.getLast().share());
    assertEquals(0, heard.measured.getLast().secondsLeft());
  }

  @Test
  void theTimeOfARunCountsWhileItGoesOn() {
    var work = new EvaluationWork(SETUP, pairs(40), new Heard());
    var positions = new AtomicInteger();
    fake.beforeRow(
        _ -> {
          double before = work.progress().seconds();
          for (long now = System.nanoTime(); System.nanoTime() == now; ) {
            Thread.onSpinWait();
          }
          assertTrue(work.progress().seconds() > before);
          positions.incrementAndGet();
        });

    run(work);

    double end = work.progress().seconds();
    assertTrue(positions.get() > 0);
    assertEquals(end, work.progress().seconds(), "between slices no time counts");
  }
}
