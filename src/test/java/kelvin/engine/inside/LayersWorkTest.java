package kelvin.engine.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import kelvin.distribution.Logits;
import kelvin.engine.inside.LayersRun.Question;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.junit.jupiter.api.Test;

/// The window says what the layers cost before it opens them, opens them once, and computes them
/// off the thread that answers. Without this, a look at the layers could fill the memory or stop
/// the typing.
final class LayersWorkTest {

  private final LayeredModel model = new LayeredModel();
  private final List<String> news = new ArrayList<>();
  private final ArrayDeque<Runnable> background = new ArrayDeque<>();

  private LayersOpening opening(boolean isAgreed) {
    return new LayersOpening(
        isAgreed,
        new LayersOpening.Listener(
            memory -> news.add("takes " + memory.bytes()),
            () -> news.add("open"),
            () -> news.add("too much"),
            news::add));
  }

  private LayersRun run(int... logits) {
    var played = Logits.owning(LayeredModel.row(logits));
    return new LayersRun(
        new Question(List.of(1, 2), played),
        background::add,
        layers -> news.add("layers " + layers.last() + " at " + layers.position()),
        news::add);
  }

  @Test
  void theMemoryIsSaidBeforeTheCopyIsOpened() {
    var opening = opening(false);

    assertTrue(opening.runSlice(model.loaded(), new Cancellation()));
    assertEquals(List.of("takes 7"), news);
    assertEquals(0, model.opened());

    assertFalse(opening.runSlice(model.loaded(), new Cancellation()));
    assertEquals(List.of("takes 7", "open"), news);
    assertEquals(1, model.opened());
  }

  @Test
  void aLargeCopyIsOpenedOnlyIfTheUserAgreed() {
    var large = new LayeredModel(2_000_000_000);

    assertFalse(opening(false).runSlice(large.loaded(), new Cancellation()));
    assertEquals(List.of("takes 2000000000", "too much"), news);
    assertEquals(0, large.opened());

    var agreed = opening(true);
    assertTrue(agreed.runSlice(large.loaded(), new Cancellation()));
    assertFalse(agreed.runSlice(large.loaded(), new Cancellation()));
    assertEquals(1, large.opened());
  }

  @Test
  void aRequestDoesNotCloseTheCopyThatIsBeingOpened() {
    var opening = opening(false);
    opening.runSlice(model.loaded(), new Cancellation());
    var pause = new Cancellation();
    pause.cancel();

    opening.runSlice(model.loaded(), pause);

    assertEquals(1, model.opened());
    assertEquals(0, model.closed());
  }

  @Test
  void theCopyClosesWithTheModel() {
    var opening = opening(false);
    opening.runSlice(model.loaded(), new Cancellation());
    opening.runSlice(model.loaded(), new Cancellation());

    model.loaded().close();

    assertEquals(1, model.closed());
  }

  @Test
  void theLayersAreComputedInTheBackground() {
    InsideSessions.of(model.loaded()).layers(new Cancellation());

    assertFalse(run(1, 2).runSlice(model.loaded(), new Cancellation()));
    assertEquals(List.of(), news);

    background.remove().run();
    assertEquals(List.of("layers 2 at 1"), news);
  }

  @Test
  void aRequestStopsARunWhichIsRunAgain() {
    InsideSessions.of(model.loaded()).layers(new Cancellation());
    var run = run(1, 2);
    var pause = new Cancellation();
    pause.cancel();

    assertThrows(CancelledException.class, () -> run.runSlice(model.loaded(), pause));
    assertFalse(run.runSlice(model.loaded(), new Cancellation()));

    assertEquals(1, background.size());
  }

  @Test
  void aModelThatWasJustOpenedIsNotCopiedForAnOldQuestion() {
    assertFalse(run(1, 2).runSlice(model.loaded(), new Cancellation()));

    assertEquals(0, model.opened());
    assertEquals(0, background.size());
  }

  @Test
  void aSupersededQuestionIsNotComputed() {
    InsideSessions.of(model.loaded()).layers(new Cancellation());
    var run = run(1, 2);
    run.runSlice(model.loaded(), new Cancellation());

    run.cancel();
    background.remove().run();

    assertEquals(List.of(), news);
  }

  @Test
  void aLayerWithoutADistributionIsSaid() {
    model.breakALayer();
    InsideSessions.of(model.loaded()).layers(new Cancellation());
    run(1, 2).runSlice(model.loaded(), new Cancellation());

    background.remove().run();

    assertTrue(news.getFirst().startsWith("The model's answer is not a distribution"), "" + news);
  }
}
