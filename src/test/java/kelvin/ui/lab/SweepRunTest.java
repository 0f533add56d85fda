package kelvin.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.Normalization;
import kelvin.experiment.SweepSetup;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.SweepKind;
import org.junit.jupiter.api.Test;

/// If these fail, the window stands still while the prompts of a large sweep are composed, or a
/// sweep that cannot be composed never ends.
class SweepRunTest {

  private final FakeInferenceThread inferenceThread = new FakeInferenceThread();
  private final PredictionEngine engine = new PredictionEngine(inferenceThread, _ -> {});
  private final LoadedModel loaded =
      new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
  private final List<SweepRun.Event> events = new ArrayList<>();

  /// A sweep whose second prompt cannot be composed: it has no examples.
  private static SweepSetup impossible() {
    var examples = List.of(new Example("a", "p"), new Example("b", "q"));
    var prompt = new FewShotPrompt("", examples, 2, Layout.of("{x}={y}", ";"), "c");
    var trial = new Trial(prompt, List.of("p"), Optional.empty(), false);
    return new SweepSetup(
        SweepKind.SHOTS,
        "impossible",
        List.of(trial, trial.withPrompt(new FreePrompt("text"))),
        new SweepSetup.Extent(List.of(1), 1, 1, 1),
        new SweepSetup.Scoring(Normalization.NONE, StartToken.AUTO));
  }

  private SweepRun run() {
    engine.use(loaded);
    return new SweepRun(impossible(), "fake", Instant.EPOCH, Runnable::run, events::add);
  }

  @Test
  void theInferenceThreadComposesAndSaysWhatIsWrongInASentence() {
    run().begin(engine::begin);
    assertEquals(List.of(), events);

    inferenceThread.runAll();

    assertEquals(1, events.size());
    var failed = assertInstanceOf(SweepRun.Event.Failed.class, events.getFirst());
    assertTrue(failed.reason().matches("[A-Z].+\\."), failed.reason());
  }

  @Test
  void aSweepThatIsCancelledBeforeItsTurnComposesNothing() {
    var run = run();
    run.begin(engine::begin);

    run.cancel();
    inferenceThread.runAll();

    assertEquals(List.of(), events);
  }

  @Test
  void composingEndsBeforeTheNextPromptWhenItIsCancelled() {
    var begun = new ArrayList<SlicedWork>();
    run().begin(begun::add);
    var pause = new Cancellation();
    pause.cancel();

    assertThrows(CancelledException.class, () -> begun.getFirst().runSlice(loaded, pause));

    assertEquals(List.of(), events);
  }
}
