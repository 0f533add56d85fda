package kelvin.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kelvin.engine.ModelEvent;
import kelvin.engine.ModelOpening;
import kelvin.engine.PredictionEngine;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.ToyFault;
import kelvin.onnx.fixture.ToyFault.Kind;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window proves an open model in the background, and uses it in another way or closes it after a
/// fault. Without this, a window that opened a wrong model would show wrong numbers for ever.
class BackgroundProofTest {

  private static final ToyModel TOY = ToyModel.small(11);

  @TempDir private Path folder = Path.of("");
  @TempDir private Path cache = Path.of("");
  private final BlockingQueue<ModelEvent> events = new LinkedBlockingQueue<>();
  private final ExecutorService inferenceThread = Executors.newSingleThreadExecutor();
  private final ExecutorService ioThread = Executors.newSingleThreadExecutor();
  private final PredictionEngine engine = new PredictionEngine(inferenceThread, _ -> {});

  @AfterEach
  void end() {
    engine.close();
    inferenceThread.close();
    ioThread.close();
  }

  private void open() {
    open(folder);
  }

  private void open(Path bundled) {
    var opener = ModelOpener.forWindow(1, cache, new FirstLoad(List.of(), cache), bundled);
    new ModelOpening(opener, ioThread, engine, events::add).open(folder);
  }

  private ModelEvent next() throws InterruptedException {
    ModelEvent event;
    do {
      event = events.poll(60, TimeUnit.SECONDS);
    } while (event instanceof ModelEvent.Proving || event instanceof ModelEvent.Progress);
    return event;
  }

  private <E extends ModelEvent> E next(Class<E> kind) throws InterruptedException {
    return assertInstanceOf(kind, next());
  }

  @Test
  void aSoundModelIsProvedToItsContext() throws Exception {
    ToyFolder.write(folder, TOY);

    open();

    next(ModelEvent.Loading.class);
    assertEquals(3, next(ModelEvent.Opened.class).descriptor().provedLength());
    assertEquals(TOY.context(), next(ModelEvent.Proved.class).descriptor().provedLength());
  }

  @Test
  void aWrongCacheIsReplacedByAnotherWay() throws Exception {
    ToyFolder.write(folder, TOY.withFault(new ToyFault(Kind.SEES_LAST_CACHED, 16)));

    open();

    next(ModelEvent.Loading.class);
    var first = next(ModelEvent.Opened.class).descriptor().cache();
    assertTrue(next(ModelEvent.Distrusted.class).length() > 16);
    var last = first;
    for (var event = next(); !(event instanceof ModelEvent.Proved); event = next()) {
      if (event instanceof ModelEvent.Opened(var descriptor, _, _, _)) {
        last = descriptor.cache();
      }
    }
    assertEquals(CacheKind.PING_PONG, first);
    assertEquals(CacheKind.NONE, last);
  }

  @Test
  void aLeakIsRefusedWithTheLengthAtWhichItShows() throws Exception {
    ToyFolder.write(folder, TOY.withFault(new ToyFault(Kind.SEES_FUTURE_FROM, 16)));

    open();

    next(ModelEvent.Loading.class);
    next(ModelEvent.Opened.class);
    next(ModelEvent.Distrusted.class);
    next(ModelEvent.Loading.class);
    var failed = next(ModelEvent.Failed.class);
    assertEquals(
        "in a longer text, a later token changes the logits of token 17, so this is not a causal"
            + " language model.",
        failed.reason());
  }

  @Test
  void aFolderThatDescribesAnEncoderIsProvedBeforeItOpens() throws Exception {
    ToyFolder.write(folder, TOY.withFault(new ToyFault(Kind.SEES_FUTURE_FROM, 16)));
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"bert\"}");

    open(Path.of("other"));

    next(ModelEvent.Loading.class);
    assertTrue(next(ModelEvent.Failed.class).reason().contains("not a causal language model"));
  }

  @Test
  void aFaultIsNotForgottenWhereNothingCanBeWritten() throws Exception {
    ToyFolder.write(folder, TOY.withFault(new ToyFault(Kind.SEES_LAST_CACHED, 16)));
    var noFolder = Files.createFile(cache.resolve("a file"));
    var opener =
        ModelOpener.forCommandLine(
            1, noFolder, new FirstLoad(List.of(), noFolder), Path.of("other"));

    try (var model = opener.load(folder, new Cancellation())) {
      assertEquals(CacheKind.NONE, model.descriptor().cache());
    }
  }

  @Test
  void theCommandLineProvesBeforeItAnswers() throws Exception {
    ToyFolder.write(folder, TOY.withFault(new ToyFault(Kind.SEES_FIRST_HALF, 0)), Set.of());
    var opener =
        ModelOpener.forCommandLine(1, cache, new FirstLoad(List.of(), cache), Path.of("other"));

    var refusal =
        assertThrows(ModelLoadException.class, () -> opener.load(folder, new Cancellation()));

    assertTrue(refusal.reason().contains("not a causal language model"), refusal.reason());
    ToyFolder.write(
        folder,
        TOY.withFault(new ToyFault(Kind.SEES_FIRST_CACHED, 4)),
        ToyFeature.CACHE,
        ToyFeature.MASK);
    try (var model = opener.load(folder, new Cancellation())) {
      assertEquals(CacheKind.NONE, model.descriptor().cache());
      assertEquals(TOY.context(), model.descriptor().provedLength());
    }
  }
}
