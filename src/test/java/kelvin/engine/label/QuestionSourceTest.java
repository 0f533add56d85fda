package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.Test;

/// If these fail, the prompts of a large sweep are made while the user waits, or they are made to
/// the end after the sweep was cancelled.
class QuestionSourceTest {

  private static final int QUESTIONS = 50;
  private static final int STOP_AT = 20;

  private final LoadedModel loaded =
      new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
  private final FakeInferenceThread thread = new FakeInferenceThread();
  private final PredictionEngine engine = new PredictionEngine(thread, _ -> {});
  private final List<Integer> scored = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private Runnable onStop = () -> {};
  private int made;

  private List<LabelQuestion> make(Cancellation cancellation) {
    return IntStream.range(0, QUESTIONS)
        .mapToObj(
            i -> {
              cancellation.throwIfCancelled();
              made++;
              if (made == STOP_AT) {
                onStop.run();
              }
              return new LabelQuestion("prompt " + i, List.of("y", "n"));
            })
        .toList();
  }

  private LabelSweep sweep(QuestionSource source) {
    return new LabelSweep(
        source,
        new SweepListener() {
          @Override
          public void scored(int index, LabelScores scores, SweepProgress progress) {
            scored.add(index);
          }

          @Override
          public void failed(String reason) {
            failures.add(reason);
          }
        });
  }

  @Test
  void theQuestionsAreMadeOnceInTheFirstSlice() {
    var sweep = sweep(this::make);
    engine.use(loaded);
    engine.begin(sweep);
    assertEquals(0, made);

    thread.runAll();

    assertEquals(QUESTIONS, made);
    assertEquals(QUESTIONS, scored.size());
    assertEquals(List.of(), failures);
  }

  @Test
  void aCancelledSweepMakesNoFurtherQuestion() {
    var sweep = sweep(this::make);
    onStop = sweep::cancel;

    assertThrows(CancelledException.class, () -> sweep.runSlice(loaded, new Cancellation()));

    assertEquals(STOP_AT, made);
  }

  @Test
  void aCancelledEstimateMakesNoFurtherQuestion() {
    var known = new ArrayList<SweepProgress>();
    var estimate = new SweepEstimate(this::make, known::add, failures::add);
    onStop = estimate::cancel;

    assertThrows(CancelledException.class, () -> estimate.runSlice(loaded, new Cancellation()));

    assertEquals(STOP_AT, made);
    assertEquals(List.of(), known);
    assertEquals(List.of(), failures);
  }

  @Test
  void aPausedSweepMakesItsQuestionsAnew() {
    var sweep = sweep(this::make);
    var pause = new Cancellation();
    onStop = pause::cancel;

    assertThrows(CancelledException.class, () -> sweep.runSlice(loaded, pause));
    while (sweep.runSlice(loaded, new Cancellation())) {
      assertEquals(STOP_AT + QUESTIONS, made);
    }

    assertEquals(QUESTIONS, scored.size());
  }

  @Test
  void questionsThatCannotBeMadeEndTheSweepAndTheEstimateWithASentence() {
    QuestionSource impossible =
        _ -> {
          throw new IllegalArgumentException("4 shots were asked for");
        };
    engine.use(loaded);
    engine.begin(sweep(impossible));
    engine.begin(new SweepEstimate(impossible, _ -> {}, failures::add));

    thread.runAll();

    assertEquals(2, failures.size());
    failures.forEach(reason -> assertTrue(reason.matches("[A-Z].+\\."), reason));
    assertEquals(List.of(), scored);
  }
}
