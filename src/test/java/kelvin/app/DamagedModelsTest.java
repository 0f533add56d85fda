package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kelvin.distribution.InvalidLogitsException;
import kelvin.engine.Context;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every fixture in every damage: each model opens or is refused with a reason, none hangs, none
/// ends the process, and a model that is open goes on answering.
class DamagedModelsTest {

  private static final int MOST_SECONDS = 10;
  private static final ToyModel TOY = ToyModel.small(6);
  private static final List<Integer> IDS = List.of(5, 80, 33);

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ExecutorService thread;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static LoadedModel open;

  @SuppressWarnings("NullAway.Init") // set before all tests
  @TempDir
  private static Path cache;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void openModel() throws Exception {
    thread = Executors.newSingleThreadExecutor();
    open = load(AppFolders.bundledModel());
  }

  @AfterAll
  static void closeModel() {
    open.close();
    thread.shutdownNow();
  }

  @Test
  void thereAreManyCases() {
    assertTrue(Damage.all().size() * ToyFeature.values().length >= 500);
  }

  @ParameterizedTest
  @EnumSource(ToyFeature.class)
  void aDamagedModelOpensOrIsRefused(ToyFeature feature) throws Exception {
    var random = new Random(feature.name().hashCode());
    var before = answer(open);
    int number = 0;
    for (var damage : Damage.all()) {
      var place = folder.resolve("model " + number++);
      ToyFolder.write(place, TOY, with(feature));
      damage.change().apply(place, random);

      opensOrIsRefused(place, feature + ", " + damage.name() + ", case " + number);
    }
    assertArrayEquals(before, answer(open));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "Übermaß ñ", "模型", "😀", "a'b\"c", "-model", "%20"})
  void aPathOfAnyCharactersOpensOrIsRefused(String name) throws Exception {
    var place = ToyFolder.write(folder.resolve(name), TOY);

    opensOrIsRefused(place, name);
  }

  @Test
  void aFolderThatMayNotBeReadOpensOrIsRefused() throws Exception {
    var place = ToyFolder.write(folder.resolve("locked"), TOY);
    var locked = place.toFile();
    assertTrue(locked.setReadable(false) && locked.setExecutable(false));
    try {
      opensOrIsRefused(place, "locked");
    } finally {
      assertTrue(locked.setReadable(true) && locked.setExecutable(true));
    }
  }

  private static Set<ToyFeature> with(ToyFeature feature) {
    var features = EnumSet.of(ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.CACHE);
    features.add(feature);
    return features;
  }

  private static void opensOrIsRefused(Path place, String what) throws InterruptedException {
    var attempt =
        thread.submit(
            () -> {
              try (var loaded = load(place)) {
                answer(loaded);
              }
              return true;
            });
    try {
      attempt.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof ModelLoadException
          || e.getCause() instanceof InferenceException
          || e.getCause() instanceof InvalidLogitsException)) {
        throw new AssertionError(what, e.getCause());
      }
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError(what + " hangs", e);
    }
  }

  private static LoadedModel load(Path place) throws ModelLoadException {
    return ModelOpener.forCommandLine(1, cache).load(place, new Cancellation());
  }

  /// The logits after a few tokens.
  private static float[] answer(LoadedModel loaded) {
    var logits =
        new Predictor(loaded)
            .predict(Context.ofIds(new ArrayList<>(IDS)), new Cancellation())
            .logits();
    var row = new float[logits.count()];
    for (int id = 0; id < row.length; id++) {
      row[id] = logits.ofToken(id);
    }
    return row;
  }
}
