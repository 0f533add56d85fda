package kelvin.engine.beside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.draw.DrawSteps;
import kelvin.engine.pair.ModelComparison;
import kelvin.engine.pair.PairWork;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import org.junit.jupiter.api.Test;

/// Tests models beside the one that plays. If these fail, closing one ends the program, or a
/// comparison shows numbers of the wrong model.
class ModelBesideTest {

  private final FakeLanguageModel playing = new FakeLanguageModel();
  private final FakeLanguageModel other = new FakeLanguageModel();
  private final LoadedModel loadedPlaying =
      new LoadedModel(playing, FakeTokenizer.withStartToken());
  private final LoadedModel loadedOther = new LoadedModel(other, FakeTokenizer.withStartToken());
  private final ModelBeside beside = new ModelBeside(loadedOther);
  private final List<PairWork.Done> done = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private PairWork work(Optional<ModelBeside> model, Optional<ModelBeside> against) {
    return new PairWork(
        new PairWork.Asked("a text", StartToken.AUTO, model, against, DrawSteps.Settings.DEFAULT),
        _ -> {},
        done::add,
        failures::add);
  }

  /// Runs all slices, as the queue of work does.
  private void run(PairWork work) {
    boolean more = true;
    while (more) {
      try {
        more = work.runSlice(loadedPlaying, new Cancellation());
      } catch (CancelledException _) {
        more = !work.isCancelled();
      } catch (InferenceException e) {
        work.fail(String.valueOf(e.getMessage()));
        more = false;
      }
    }
  }

  @Test
  void theComparisonOfSlicesIsThatOfTheCommand() {
    other.alwaysPredict('x');
    run(work(Optional.empty(), Optional.of(beside)));

    var question =
        ModelComparison.Question.ofText(
            "a text",
            StartToken.AUTO,
            loadedPlaying.tokenizer(),
            loadedOther.tokenizer(),
            DrawSteps.Settings.DEFAULT);
    var whole = ModelComparison.of(loadedPlaying, loadedOther, question, new Cancellation());
    assertEquals(List.of(), failures);
    assertEquals(whole.text(), done.getFirst().comparison().text());
    assertTrue(whole.text().orElseThrow().meanKl() > 1);
    assertEquals(7, done.getFirst().context().length());
  }

  @Test
  void aModelOnBothSidesIsUsedOnceAndDiffersByNothing() {
    run(work(Optional.of(beside), Optional.of(beside)));

    assertEquals(0, done.getFirst().comparison().text().orElseThrow().meanKl());
    assertEquals(0, playing.runs());
  }

  @Test
  void carriedWorkRunsTheOtherModelAndFailsOnceThatIsClosed() {
    beside.close();
    run(work(Optional.empty(), Optional.of(beside)));

    assertEquals(1, failures.size());
    assertTrue(failures.getFirst().contains("closed"), failures.toString());
    assertEquals(1, other.timesClosed());
  }

  @Test
  void aCloseDuringARunStopsItAndClosesBehindIt() {
    var closedDuring = new ArrayList<Integer>();
    other.beforeRow(
        _ -> {
          beside.close();
          closedDuring.add(other.timesClosed());
        });
    run(work(Optional.empty(), Optional.of(beside)));

    assertEquals(List.of(0), closedDuring);
    assertEquals(1, other.timesClosed());
    assertEquals(0, playing.timesClosed());
    assertTrue(done.isEmpty());
  }

  @Test
  void aClosedModelIsNotUsed() {
    beside.close();
    beside.close();

    assertThrows(InferenceException.class, () -> beside.use(_ -> true, new Cancellation()));
    assertEquals(1, other.timesClosed());
  }
}
