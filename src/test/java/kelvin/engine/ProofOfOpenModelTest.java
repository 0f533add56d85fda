package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadPhase;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;
import kelvin.proof.FakeRuns;
import org.junit.jupiter.api.Test;

/// The proof of an open model says and closes nothing of another one. Otherwise a fault of a model
/// that is gone would close the good one that took its place.
class ProofOfOpenModelTest {

  private static final Path FIRST = Path.of("first");
  private static final Path SECOND = Path.of("second");

  private final FakeInferenceThread ioThread = new FakeInferenceThread();
  private final FakeInferenceThread inferenceThread = new FakeInferenceThread();
  private final List<ModelEvent> events = new ArrayList<>();
  private final PredictionEngine engine =
      new PredictionEngine(inferenceThread, _ -> {}, new RowMemory(), Duration.ZERO);
  private final Queue<FakeLanguageModel> models = new ArrayDeque<>();
  private final ModelOpening opening =
      new ModelOpening(new NextModel(), ioThread, engine, events::add);

  /// Loads the next of `models`; refuses when there is none.
  private final class NextModel implements ModelLoader {

    @Override
    public LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException {
      return load(folder, cancellation, _ -> {});
    }

    @Override
    public LoadedModel load(Path folder, Cancellation cancellation, Consumer<LoadPhase> progress)
        throws ModelLoadException {
      var next = models.poll();
      if (next == null) {
        throw new ModelLoadException(folder, "no.", "Try another.");
      }
      return new LoadedModel(next, FakeTokenizer.withStartToken());
    }
  }

  private static FakeRuns faulty() {
    var runs = new FakeRuns();
    runs.seeInSteps(5);
    return runs;
  }

  private FakeLanguageModel add(FakeRuns runs) {
    var model = new FakeLanguageModel(FakeRuns.VOCABULARY).provedBy(runs);
    models.add(model);
    return model;
  }

  private void open(Path folder) {
    opening.open(folder);
    ioThread.runAll();
  }

  private void runAll() {
    for (int i = 0; i < 3; i++) {
      inferenceThread.runAll();
      ioThread.runAll();
    }
  }

  @Test
  void aFaultClosesTheModelAndOpensItAgain() {
    var first = add(faulty());
    add(new FakeRuns());

    open(FIRST);
    runAll();

    assertEquals(1, first.timesClosed());
    assertTrue(events.stream().anyMatch(ModelEvent.Distrusted.class::isInstance));
    assertInstanceOf(ModelEvent.Proved.class, events.getLast());
  }

  @Test
  void aFaultFoundAtTheVeryMomentOfAnotherOpeningConcernsNobodyAnyMore() {
    var runs = faulty();
    add(runs);
    var second = add(new FakeRuns());
    runs.setOnEnd(_ -> open(SECOND));

    open(FIRST);
    runAll();

    assertEquals(0, second.timesClosed());
    assertFalse(events.stream().anyMatch(ModelEvent.Distrusted.class::isInstance));
  }

  @Test
  void aModelThatWasClosedForAFaultComesBackWhenTheOtherOneFails() {
    var runs = faulty();
    add(runs);
    runs.setOnEnd(_ -> opening.open(SECOND));

    open(FIRST);
    inferenceThread.runAll();
    assertEquals(
        new ModelEvent.Distrusted(FIRST, 6, false),
        events.stream().filter(ModelEvent.Distrusted.class::isInstance).findFirst().orElseThrow());
    ioThread.runAll();

    assertEquals(
        List.of(
            new ModelEvent.Loading(SECOND), new ModelEvent.Failed(SECOND, "no.", "Try another.")),
        events.stream()
            .dropWhile(event -> !event.equals(new ModelEvent.Loading(SECOND)))
            .limit(2)
            .toList());
    assertTrue(events.contains(new ModelEvent.Failed(FIRST, "no.", "Try another.")));
  }

  @Test
  void otherWorkStopsAPartOfTheProofAndComesFirst() {
    var runs = new FakeRuns();
    add(runs);
    var done = new ArrayList<String>();
    var begun = new boolean[1];
    runs.setBeforeRun(
        _ -> {
          if (!begun[0]) {
            begun[0] = true;
            engine.begin(new Note(done, "work"));
          }
        });
    runs.setOnEnd(_ -> done.add("proof"));

    open(FIRST);
    inferenceThread.runAll();

    assertEquals(List.of("work", "proof"), done);
  }

  @Test
  void workThatWasBegunBeforeTheProofComesFirst() {
    var runs = new FakeRuns();
    add(runs);
    var done = new ArrayList<String>();
    runs.setOnEnd(_ -> done.add("proof"));

    open(FIRST);
    engine.begin(new Note(done, "work"));
    inferenceThread.runAll();

    assertEquals(List.of("work", "proof"), done);
  }

  /// Writes down when it runs.
  private record Note(List<String> done, String name) implements SlicedWork {

    @Override
    public boolean runSlice(LoadedModel model, Cancellation pause) {
      done.add(name);
      return false;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public void fail(String reason) {
      throw new AssertionError(reason);
    }
  }
}
