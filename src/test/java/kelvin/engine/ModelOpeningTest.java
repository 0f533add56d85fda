package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadPhase;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;
import org.junit.jupiter.api.Test;

class ModelOpeningTest {

  private static final Path FOLDER = Path.of("models", "tiny");

  private final FakeInferenceThread ioThread = new FakeInferenceThread();
  private final List<ModelEvent> events = new ArrayList<>();
  private final FakeLanguageModel model = new FakeLanguageModel();
  private final PredictionEngine engine = new PredictionEngine(Runnable::run, _ -> {});
  private final FakeLoader loader = new FakeLoader();
  private final ModelOpening opening = new ModelOpening(loader, ioThread, engine, events::add);

  @Test
  void reportsEachPhaseUntilTheModelIsOpen() {
    opening.open(FOLDER);
    ioThread.runAll();

    assertEquals(
        List.of(
            new ModelEvent.Loading(FOLDER),
            new ModelEvent.Progress(FOLDER, LoadPhase.FILES),
            new ModelEvent.Progress(FOLDER, LoadPhase.WEIGHTS)),
        events.subList(0, 3));
    assertInstanceOf(ModelEvent.Opened.class, events.getLast());
  }

  @Test
  void stoppingIsReportedAtOnceAndNothingAfterwards() {
    loader.duringWeights = opening::stop;

    opening.open(FOLDER);
    ioThread.runAll();

    assertEquals(new ModelEvent.Stopped(FOLDER), events.getLast());
    assertEquals(1, model.timesClosed());
  }

  @Test
  void aFailureAfterStoppingIsNotReported() {
    loader.duringWeights = opening::stop;
    loader.fails = true;

    opening.open(FOLDER);
    ioThread.runAll();

    assertEquals(new ModelEvent.Stopped(FOLDER), events.getLast());
  }

  @Test
  void stoppingWithoutAnOpeningReportsNothing() {
    opening.stop();
    opening.open(FOLDER);
    ioThread.runAll();
    int count = events.size();

    opening.stop();

    assertEquals(count, events.size());
  }

  @Test
  void aNewerOpeningReplacesOneThatWaits() {
    opening.open(Path.of("other"));
    opening.open(FOLDER);
    ioThread.runAll();

    assertEquals(new ModelEvent.Loading(FOLDER), events.getFirst());
    assertEquals(4, events.size());
  }

  @Test
  void aRefusalIsReportedWithItsReason() {
    loader.fails = true;

    opening.open(FOLDER);
    ioThread.runAll();

    assertEquals(new ModelEvent.Failed(FOLDER, "no.", "Try another."), events.getLast());
  }

  @Test
  void cancellingIsSilent() {
    loader.duringWeights = opening::cancel;

    opening.open(FOLDER);
    ioThread.runAll();

    assertEquals(new ModelEvent.Progress(FOLDER, LoadPhase.WEIGHTS), events.getLast());
  }

  private final class FakeLoader implements ModelLoader {

    private Runnable duringWeights = () -> {};
    private boolean fails;

    @Override
    public LoadedModel load(Path folder, Cancellation cancellation) {
      throw new AssertionError("asked without anybody to tell");
    }

    @Override
    public LoadedModel load(Path folder, Cancellation cancellation, Consumer<LoadPhase> progress)
        throws ModelLoadException {
      progress.accept(LoadPhase.FILES);
      progress.accept(LoadPhase.WEIGHTS);
      duringWeights.run();
      if (fails) {
        throw new ModelLoadException(folder, "no.", "Try another.");
      }
      return new LoadedModel(model, FakeTokenizer.withStartToken());
    }
  }
}
