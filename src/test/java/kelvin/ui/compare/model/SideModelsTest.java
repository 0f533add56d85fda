package kelvin.ui.compare.model;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.beside.BesideOpening;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;
import kelvin.inference.ModelLoader.GraphFile;
import kelvin.ui.compare.model.OtherModel.State;
import kelvin.ui.model.ModelViewModel;
import org.junit.jupiter.api.Test;

/// Tests when the models of the sides are open. If these fail, a user pays memory for a model that
/// nobody looks at, or a session opens files that nobody agreed to.
class SideModelsTest {

  private static final Path SMALL = Path.of("small").toAbsolutePath();
  private static final Path LARGE = Path.of("large").toAbsolutePath();
  private static final Path BROKEN = Path.of("broken").toAbsolutePath();

  private final Map<Path, List<FakeLanguageModel>> opened = new HashMap<>();
  private final List<Path> looked = new ArrayList<>();
  private final FakeInferenceThread opening = new FakeInferenceThread();
  private final List<Runnable> later = new ArrayList<>();
  private final ModelViewModel playing = new ModelViewModel();
  private final SideModels models = new SideModels(playing, _ -> {}, Runnable::run, later::add);

  private final class Loader implements ModelLoader {

    @Override
    public LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException {
      if (folder.equals(BROKEN)) {
        throw new ModelLoadException(folder, "it is broken.", "Fetch it again.");
      }
      var model = new FakeLanguageModel();
      opened.computeIfAbsent(folder, _ -> new ArrayList<>()).add(model);
      return new LoadedModel(model, FakeTokenizer.withStartToken());
    }

    @Override
    public List<GraphFile> graphs(Path folder) {
      looked.add(folder);
      return List.of(
          new GraphFile(
              folder.resolve("model.onnx"), folder.equals(LARGE) ? 900_000_000L : 1_000_000L));
    }
  }

  SideModelsTest() {
    models.setOpening(new BesideOpening(new Loader(), opening));
    models.setShown(true);
  }

  private void choose(SideModel side, Path place) {
    models.choose(side, Optional.of(place));
    models.settle();
    opening.runAll();
  }

  private static State state(SideModel side) {
    return side.otherProperty().get().stateProperty().get();
  }

  private static String message(SideModel side) {
    return side.otherProperty().get().messageProperty().get();
  }

  private int closed(Path place) {
    return requireNonNull(opened.get(place)).stream()
        .mapToInt(FakeLanguageModel::timesClosed)
        .sum();
  }

  @Test
  void aSideRunsOnThePlaygroundsModelUntilAnotherIsChosen() {
    assertEquals(RunsOn.PLAYING, models.b().runsOnProperty().get());

    choose(models.b(), SMALL);

    assertEquals(State.OPEN, state(models.b()));
    assertTrue(models.b().runsOnProperty().get().beside().isPresent());
    assertEquals(RunsOn.PLAYING, models.a().runsOnProperty().get());
  }

  @Test
  void theModelClosesWhenTheSideGoesBackToTheSame() {
    choose(models.b(), SMALL);

    models.choose(models.b(), Optional.empty());
    models.settle();
    opening.runAll();

    assertEquals(1, closed(SMALL));
    assertEquals(RunsOn.PLAYING, models.b().runsOnProperty().get());
    assertNull(models.b().otherProperty().get());
  }

  @Test
  void toExchangeTheSidesOpensAndClosesNothing() {
    choose(models.b(), SMALL);

    models.a().chosenProperty().set(models.b().chosenProperty().get());
    models.b().chosenProperty().set(Optional.empty());
    models.settle();
    opening.runAll();

    assertEquals(1, requireNonNull(opened.get(SMALL)).size());
    assertEquals(0, closed(SMALL));
    assertEquals(State.OPEN, state(models.a()));
  }

  @Test
  void aLargeModelIsOpenedOnlyAfterTheUserKnowsItsMemory() {
    choose(models.b(), LARGE);

    assertEquals(State.ASKING, state(models.b()));
    assertTrue(message(models.b()).contains("about 900 MB"), message(models.b()));
    assertFalse(opened.containsKey(LARGE));

    models.b().otherProperty().get().open();
    opening.runAll();
    assertEquals(State.OPEN, state(models.b()));
  }

  @Test
  void aPlaceThatOnlyASessionNamesIsNotEvenLookedAtBeforeTheUserAgrees() {
    models.b().chosenProperty().set(Optional.of(SMALL.toString()));
    models.settle();
    opening.runAll();

    assertEquals(State.ASKING, state(models.b()));
    assertEquals(List.of(), looked);
    assertFalse(models.b().runsOnProperty().get().ready());

    models.b().otherProperty().get().open();
    opening.runAll();
    assertEquals(State.OPEN, state(models.b()));
  }

  @Test
  void aPlaceFromWhichAModelWasOpenedBeforeOpensByItself() {
    playing.remember(SMALL);
    models.b().chosenProperty().set(Optional.of(SMALL.toString()));
    models.settle();
    opening.runAll();

    assertEquals(State.OPEN, state(models.b()));
  }

  @Test
  void aServerThatASessionNamesIsAskedOnlyAfterTheUserAgrees() {
    var server = Path.of("tiny.kelvin-server").toAbsolutePath();
    playing.remember(server);
    models.b().chosenProperty().set(Optional.of(server.toString()));
    models.settle();
    opening.runAll();

    assertEquals(State.ASKING, state(models.b()));
    assertEquals(List.of(), looked);
    assertTrue(message(models.b()).contains("runs on a server"), message(models.b()));

    models.b().otherProperty().get().open();
    opening.runAll();
    assertEquals(State.OPEN, state(models.b()));
  }

  @Test
  void theModelClosesSomeTimeAfterThePageWasLeftAndOpensAtTheNextLook() {
    choose(models.b(), SMALL);

    models.setShown(false);
    assertEquals(0, closed(SMALL));
    later.forEach(Runnable::run);
    opening.runAll();
    assertEquals(1, closed(SMALL));

    models.setShown(true);
    opening.runAll();
    assertEquals(State.OPEN, state(models.b()));
    assertEquals(2, requireNonNull(opened.get(SMALL)).size());
  }

  @Test
  void aPageThatIsLookedAtAgainKeepsItsModels() {
    choose(models.b(), SMALL);

    models.setShown(false);
    models.setShown(true);
    later.forEach(Runnable::run);

    assertEquals(0, closed(SMALL));
  }

  @Test
  void aModelThatComesAfterACancelIsClosed() {
    models.choose(models.b(), Optional.of(SMALL));
    models.settle();
    opening.runNext();
    models.b().otherProperty().get().cancel();
    opening.runAll();

    assertEquals(State.ASKING, state(models.b()));
    assertFalse(models.b().runsOnProperty().get().ready());
    assertTrue(opened.isEmpty() || closed(SMALL) == 1);
  }

  @Test
  void aModelThatCannotBeOpenedSaysWhyAndCanBeTriedAgain() {
    choose(models.b(), BROKEN);

    assertEquals(State.FAILED, state(models.b()));
    assertTrue(message(models.b()).endsWith("it is broken. Fetch it again."), message(models.b()));

    models.b().otherProperty().get().open();
    opening.runAll();
    assertEquals(State.FAILED, state(models.b()));
  }

  @Test
  void theEndClosesAll() {
    choose(models.b(), SMALL);

    models.close();
    opening.runAll();

    assertEquals(1, closed(SMALL));
  }
}
