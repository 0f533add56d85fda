package kelvin.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kelvin.app.ModelOpeners;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.Models;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every failure in the process of a first load becomes a plain refusal.
class FirstLoadTest {

  private static final FirstLoadLimits WIDE = new FirstLoadLimits(120, 120, 8L << 30);

  @TempDir private Path folder = Path.of("");
  @TempDir private Path cache = Path.of("");

  @Test
  void aCrashIsARefusal() {
    var refusal = refusal("crash", WIDE);

    assertEquals(folder, refusal.file());
    assertTrue(refusal.reason().contains("crashes"), refusal.reason());
    assertTrue(refusal.reason().contains("ended with code 134"), refusal.reason());
  }

  @Test
  void aHangIsARefusal() {
    var refusal = refusal("hang", new FirstLoadLimits(120, 1, 8L << 30));

    assertTrue(refusal.reason().contains("does not open within 1 seconds"), refusal.reason());
  }

  @Test
  void aLoadThatComputesForEverIsARefusal() {
    var refusal = refusal("compute", new FirstLoadLimits(1, 120, 8L << 30));

    assertTrue(refusal.reason().contains("within 1 seconds of computing"), refusal.reason());
  }

  @Test
  void aFloodOfMemoryIsARefusalWhereItIsSeen() {
    var refusal = refusal("flood", new FirstLoadLimits(120, 5, 100L << 20));

    var seen = Files.isDirectory(Path.of("/proc/self"));
    assertTrue(
        refusal.reason().contains(seen ? "more than 100 MB of memory" : "does not open"),
        refusal.reason());
  }

  @Test
  void anAnswerThatIsNoneIsARefusal() {
    assertTrue(refusal("mumble", WIDE).reason().contains("it does not open"));
  }

  @Test
  void cancellingEndsTheProcessAtOnce() throws Exception {
    var cancellation = new Cancellation();
    try (var thread = Executors.newSingleThreadExecutor()) {
      Future<?> cancelled = thread.submit(cancellation::cancel);

      assertThrows(
          CancelledException.class, () -> program("hang").check(folder, WIDE, cancellation));
      cancelled.get();
    }
  }

  @Test
  void nothingOfTheProcessIsLeftInTheCache() throws IOException {
    refusal("mumble", WIDE);

    try (var files = Files.list(cache)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void aGoodModelOpensAndIsKnownAfterwards() throws Exception {
    ToyFolder.write(folder, ToyModel.small(6));

    try (var loaded = ModelOpeners.forWindow(1, cache).load(folder, new Cancellation())) {
      assertTrue(loaded.descriptor().probes().size() > 3);
    }

    // No further process starts.
    withFirstLoad(program("crash")).load(folder, new Cancellation()).close();
  }

  @Test
  void aModelThatChangedIsTriedAgain() throws Exception {
    ToyFolder.write(folder, ToyModel.small(6));
    ModelOpeners.forWindow(1, cache).load(folder, new Cancellation()).close();
    ToyFolder.write(folder, ToyModel.small(7), ToyFeature.MASK);

    var refusal =
        assertThrows(
            ModelLoadException.class,
            () -> withFirstLoad(program("crash")).load(folder, new Cancellation()));

    assertTrue(refusal.reason().contains("crashes"), refusal.reason());
  }

  @Test
  void aTokenizerThatChangedIsTriedAgain() throws Exception {
    ToyFolder.write(folder, ToyModel.small(6));
    ModelOpener.withoutTrial(1, cache).load(folder, new Cancellation()).close();
    Files.writeString(folder.resolve("tokenizer.json"), "{}");

    var refusal =
        assertThrows(
            ModelLoadException.class,
            () -> withFirstLoad(program("crash")).load(folder, new Cancellation()));

    assertTrue(refusal.reason().contains("crashes"), refusal.reason());
  }

  @Test
  void theCommandLineTriesLikeTheWindow() throws Exception {
    ToyFolder.write(folder, ToyModel.small(6));
    var opener = ModelOpener.forCommandLine(1, cache, program("crash"), Models.bundled());

    var refusal =
        assertThrows(ModelLoadException.class, () -> opener.load(folder, new Cancellation()));
    ModelOpeners.forCommandLine(cache).load(folder, new Cancellation()).close();

    assertTrue(refusal.reason().contains("crashes"), refusal.reason());
    // It is known now, so a second start costs no process.
    opener.load(folder, new Cancellation()).close();
  }

  @Test
  void whereNoProcessStartsTheModelOpensAsBefore() throws Exception {
    ToyFolder.write(folder, ToyModel.small(6));
    var nothing = new FirstLoad(List.of(folder.resolve("no such program").toString()), cache);

    ModelOpener.forCommandLine(1, cache, nothing, Models.bundled())
        .load(folder, new Cancellation())
        .close();
  }

  @Test
  void theBundledModelNeedsNoTrial() throws Exception {
    withFirstLoad(program("crash")).load(Models.bundled(), new Cancellation()).close();
  }

  @Test
  void aRefusalOfTheProcessIsTheSameHere() throws Exception {
    ToyFolder.write(folder, ToyModel.small(6), ToyFeature.SEES_LATER_TOKENS);

    var there =
        assertThrows(
            ModelLoadException.class,
            () -> ModelOpeners.forWindow(1, cache).load(folder, new Cancellation()));
    var here =
        assertThrows(
            ModelLoadException.class,
            () -> ModelOpener.withoutTrial(1, cache).load(folder, new Cancellation()));

    assertEquals(here.file().toAbsolutePath(), there.file().toAbsolutePath());
    assertEquals(here.reason(), there.reason());
    assertEquals(here.remedy(), there.remedy());
  }

  private ModelLoadException refusal(String behaviour, FirstLoadLimits limits) {
    return assertThrows(
        ModelLoadException.class,
        () -> program(behaviour).check(folder, limits, new Cancellation()));
  }

  private ModelOpener withFirstLoad(FirstLoad firstLoad) {
    return ModelOpener.forWindow(1, cache, firstLoad, Models.bundled());
  }

  private FirstLoad program(String behaviour) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = Path.of(System.getProperty("kelvin.home", ""), "target", "test-classes");
    return new FirstLoad(
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classes.toString(),
            MisbehavingProgram.class.getName(),
            behaviour),
        cache);
  }
}
