package kelvin.ui.distribution.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.distribution.Logits;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.LayeredModel;
import kelvin.inference.Cancellation;
import kelvin.text.Vocabulary;
import kelvin.ui.inside.copy.CopyViewModel.State;
import org.junit.jupiter.api.Test;

/// If these fail, the layers cost memory before somebody looks, belong to another prompt than the
/// bars, or the bars of a layer pass for the model's own.
class LayersViewModelTest {

  private final ArrayDeque<SlicedWork> works = new ArrayDeque<>();
  private final ArrayDeque<Runnable> background = new ArrayDeque<>();
  private final LayersViewModel layers = new LayersViewModel(background::add, Runnable::run);
  private final Vocabulary vocabulary = Vocabulary.ofIds(2);
  private LayeredModel model = new LayeredModel();
  private int changes;

  LayersViewModelTest() {
    layers.setOnWork(works::add);
    layers.setOnChange(() -> changes++);
    layers.modelOpened();
  }

  private static LayersQuestion question(int... ids) {
    return new LayersQuestion(
        IntStream.of(ids).boxed().toList(), Logits.owning(LayeredModel.row(1, 2)));
  }

  private void answer(LayersQuestion question) {
    layers.show(question, question.played(), List.of(), vocabulary);
  }

  /// Runs what is queued, as the inference thread and the one for copies do.
  private void runAll() {
    while (!works.isEmpty() || !background.isEmpty()) {
      if (works.isEmpty()) {
        background.remove().run();
      } else {
        var work = works.remove();
        if (!work.isCancelled()) {
          work.runSlice(model.loaded(), new Cancellation());
        }
      }
    }
  }

  private void showFilm() {
    answer(question(1));
    layers.activeProperty().set(true);
    runAll();
  }

  @Test
  void nothingIsDoneWhileNobodyLooks() {
    answer(question(1));

    assertTrue(works.isEmpty());
    assertEquals(State.NONE, layers.copy().stateProperty().get());
  }

  @Test
  void theFirstLookOpensTheCopyAndShowsTheLayers() {
    showFilm();

    assertEquals(State.OPEN, layers.copy().stateProperty().get());
    var picture = layers.pictureProperty().get();
    assertNotNull(picture);
    assertEquals(2, picture.last());
    assertEquals(1, picture.choice().firstLead());
    assertEquals("", layers.copy().messageProperty().get());
  }

  @Test
  void aLargeCopyWaitsForTheUserWhoKnowsWhatItTakes() {
    model = new LayeredModel(743_000_000);
    showFilm();

    assertEquals(State.ASKING, layers.copy().stateProperty().get());
    assertEquals(0, model.opened());
    assertTrue(layers.copy().messageProperty().get().contains("about 743 MB"));

    layers.copy().open();
    runAll();

    assertEquals(1, model.opened());
    assertNotNull(layers.pictureProperty().get());
  }

  @Test
  void anOpeningCanBeCancelledAndBegunAgain() {
    answer(question(1));
    layers.activeProperty().set(true);
    works.remove().runSlice(model.loaded(), new Cancellation());

    layers.copy().cancelOpening();
    runAll();

    assertEquals(State.ASKING, layers.copy().stateProperty().get());
    assertEquals(0, model.opened());
    layers.copy().open();
    runAll();
    assertEquals(State.OPEN, layers.copy().stateProperty().get());
  }

  @Test
  void aModelWhoseStructureIsUnknownSaysWhichPart() {
    model.refuse("The residual stream is not known: it ends at a Scan.");
    showFilm();

    assertEquals(State.REFUSED, layers.copy().stateProperty().get());
    assertEquals(
        "The residual stream is not known: it ends at a Scan.",
        layers.copy().messageProperty().get());
    answer(question(1, 1));
    assertTrue(background.isEmpty());
  }

  @Test
  void onlyTheLatestAnswerIsAskedAbout() {
    showFilm();
    answer(question(1, 0));
    var last = question(1, 1);
    answer(last);

    assertTrue(layers.staleProperty().get());
    runAll();
    assertEquals(2, model.runs(), "the first answer and the last");
    assertFalse(layers.staleProperty().get());
    assertTrue(layers.current().isPresent());
  }

  @Test
  void nothingIsAskedWhileTheFilmIsHidden() {
    showFilm();
    layers.activeProperty().set(false);

    answer(question(1, 1));

    assertTrue(background.isEmpty());
    layers.activeProperty().set(true);
    runAll();
    assertFalse(layers.staleProperty().get());
    assertEquals(1, model.opened());
  }

  @Test
  void aLayerThatIsLookedAtHasANameAndAWayBack() {
    showFilm();
    layers.look(1);

    assertEquals("layer 1 of 2, logit lens", layers.lensProperty().get());
    var looked = layers.looked().orElseThrow();
    assertEquals(4, looked.logits().ofToken(1));
    assertEquals(1, changes);

    layers.lookAtLast();
    assertEquals("", layers.lensProperty().get());
    assertTrue(layers.looked().isEmpty());
    assertEquals(2, changes);
  }

  @Test
  void theLastLayerIsTheModelsOwn() {
    showFilm();
    layers.look(1);

    layers.look(2);

    assertNull(layers.layerProperty().get());
  }

  @Test
  void theLayerStaysForTheNextAnswerAndIsNeverThatOfAnOlderOne() {
    showFilm();
    layers.look(1);
    answer(question(1, 1));

    assertTrue(layers.isWaiting());
    assertTrue(layers.looked().isEmpty());
    runAll();
    assertFalse(layers.isWaiting());
    assertEquals(1, layers.looked().orElseThrow().layer());
  }

  @Test
  void whileTokensAreDrawnTheModelsOwnIsShown() {
    showFilm();
    layers.look(1);

    layers.pausedProperty().set(true);
    answer(question(1, 1));

    assertTrue(background.isEmpty());
    assertTrue(layers.looked().isEmpty());
    assertFalse(layers.isWaiting());
    layers.pausedProperty().set(false);
    runAll();
    assertEquals(1, layers.lookedLayer().orElseThrow());
  }

  @Test
  void anotherModelHasACopyOfItsOwn() {
    showFilm();
    layers.look(1);
    layers.modelOpened();

    assertNull(layers.pictureProperty().get());
    assertEquals("", layers.lensProperty().get());
    model = new LayeredModel();
    answer(question(1));
    runAll();
    assertEquals(1, model.opened());
    assertNotNull(layers.pictureProperty().get());
  }

  @Test
  void aTextThatChangesStopsTheRunWhichIsDoneIfTheTextComesBack() {
    showFilm();
    layers.look(1);
    answer(question(1, 1));
    layers.outdate();

    assertTrue(layers.isWaiting(), "the old bars stay pale");
    answer(question(1, 1));
    runAll();

    assertEquals(2, model.runs(), "the stopped run is not one of them");
    assertEquals(1, layers.looked().orElseThrow().layer());
  }

  @Test
  void aRunThatFailsSaysWhyOnceAndShowsTheModelsOwn() {
    showFilm();
    layers.look(1);
    model.breakALayer();
    answer(question(1, 1));
    runAll();

    var problem = layers.copy().problemProperty().get();
    assertTrue(problem.startsWith("The model's answer is not a distribution"), problem);
    assertNull(layers.pictureProperty().get());
    assertFalse(layers.isWaiting());
    assertTrue(layers.looked().isEmpty());
    assertEquals(2, model.runs());
  }
}
