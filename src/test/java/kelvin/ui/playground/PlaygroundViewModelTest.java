package kelvin.ui.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import kelvin.distribution.DrawMode;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.ModelEvent;
import kelvin.engine.PredictionEngine;
import kelvin.inference.LoadedModel;
import kelvin.ui.fx.FakePacer;
import kelvin.ui.generation.Step;
import kelvin.ui.plot.DistributionPicture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs without the toolkit, because a view model knows properties but no nodes.
class PlaygroundViewModelTest {

  private final FakeInferenceThread inferenceThread = new FakeInferenceThread();
  private final FakePacer pacer = new FakePacer();
  private final PlaygroundViewModel playground =
      new PlaygroundViewModel(pacer, Runnable::run, Runnable::run, Runnable::run);
  private final PredictionEngine engine = new PredictionEngine(inferenceThread, playground::show);
  private FakeLanguageModel model = new FakeLanguageModel();

  @BeforeEach
  void openAModel() {
    playground.setOnAsk(engine::predict);
    playground.watch().setOnTrace(engine::trace);
    playground.prompt().textProperty().set("Once");
    open(model);
    inferenceThread.runAll();
  }

  private void open(FakeLanguageModel opened) {
    model = opened;
    var tokenizer = FakeTokenizer.withStartToken();
    engine.use(new LoadedModel(opened, tokenizer));
    playground.show(new ModelEvent.Opened(opened.descriptor(), tokenizer.vocabulary()));
  }

  private void distrust(boolean reopens) {
    playground.show(new ModelEvent.Distrusted(Path.of("toy"), 17, reopens));
  }

  @Test
  void nothingOfADistrustedModelStaysInSight() {
    playground.generation().step();
    inferenceThread.runAll();

    distrust(true);

    assertEquals(List.of(), playground.generation().steps());
    assertEquals(List.of(), playground.prompt().tokensProperty().get());
    assertNull(playground.distribution().pictureProperty().get());
    assertEquals(
        "The continuation was set aside, because its numbers may be wrong.",
        playground.notices().noticeProperty().get().orElseThrow().sentence());
    assertEquals(
        "From 17 tokens on, the logits of toy depend on how it is run. Kelvin tries another way …",
        playground.distribution().messageProperty().get());
    assertEquals("no model", playground.model().nameProperty().get());
  }

  @Test
  void theContinuationOfADistrustedModelIsNotSaidToHaveOtherTokens() {
    playground.generation().step();
    inferenceThread.runAll();
    distrust(true);

    open(new FakeLanguageModel());

    assertEquals(
        "The continuation was set aside, because its numbers may be wrong.",
        playground.notices().noticeProperty().get().orElseThrow().sentence());
  }

  @Test
  void stoppingTheOpeningOfADistrustedModelSaysThatNoneIsOpen() {
    distrust(true);
    playground.show(new ModelEvent.Loading(Path.of("toy")));

    playground.show(new ModelEvent.Stopped(Path.of("toy")));

    assertEquals(
        "No model is open. Choose one with the button at the top.",
        playground.distribution().messageProperty().get());
  }

  @Test
  void anotherOpeningGoesOnInSightWhileAModelIsDistrusted() {
    playground.show(new ModelEvent.Loading(Path.of("other")));

    distrust(false);

    assertTrue(playground.model().loadingProperty().get());
    assertEquals(
        "From 17 tokens on, the logits of toy depend on how it is run.",
        playground.distribution().messageProperty().get());
  }

  @Test
  void numbersCountAsStaleUntilTheAnswerIsThere() {
    playground.prompt().textProperty().set("Once u");

    assertTrue(playground.distribution().staleProperty().get());
    assertFalse(playground.prompt().currentProperty().get());

    inferenceThread.runAll();
    assertFalse(playground.distribution().staleProperty().get());
    assertTrue(playground.prompt().currentProperty().get());
    assertEquals(6, playground.prompt().tokensProperty().get().size());
  }

  @Test
  void onlyTheLastOfManyKeystrokesIsAnswered() {
    int runs = model.runs();

    playground.prompt().textProperty().set("Once u");
    playground.prompt().textProperty().set("Once up");
    playground.prompt().textProperty().set("Once upo");
    inferenceThread.runAll();

    assertEquals(runs + 1, model.runs());
    assertEquals("context 9 of 64 tokens", playground.status().contextProperty().get());
  }

  @Test
  void noSliderRunsTheModel() {
    int runs = model.runs();

    playground.sampling().temperatureProperty().set(0.3);
    playground.sampling().topKProperty().set(20);
    playground.sampling().topPProperty().set(0.7);
    playground.sampling().minPProperty().set(0.05);
    playground.sampling().seedProperty().set(7);
    playground.sampling().modeProperty().set(DrawMode.GREEDY);
    inferenceThread.runAll();

    assertEquals(runs, model.runs());
    assertEquals(0.3, shown().distribution().scaled().temperature());
    assertTrue(shown().distribution().keptCount() <= 20);
  }

  @Test
  void theSameSeedGivesTheSameStepsAfterGoingBack() {
    step();
    step();
    step();
    var first = steps();

    playground.generation().back();
    inferenceThread.runAll();
    playground.generation().back();
    inferenceThread.runAll();
    step();
    step();

    assertEquals(first, steps());
  }

  @Test
  void stepDrawsTheTokenThatIsMarkedAsNext() {
    int marked = shown().logits().tokenAtRank(shown().mark().rank().orElseThrow());

    step();

    assertEquals(marked, steps().getFirst().tokenId());
  }

  @Test
  void playingEndsWithTheText() {
    playground.generation().play();
    inferenceThread.runAll();
    pacer.pass();
    model.alwaysPredict(FakeLanguageModel.END_OF_TEXT);
    inferenceThread.runAll();
    pacer.pass();
    inferenceThread.runAll();
    pacer.pass();
    inferenceThread.runAll();

    assertFalse(playground.generation().playingProperty().get());
    assertEquals("end of text", playground.generation().noteProperty().get());
    assertEquals(FakeLanguageModel.END_OF_TEXT, steps().getLast().tokenId());
  }

  @Test
  void playingEndsWhenTheContextIsFull() {
    model.alwaysPredict('x');
    playground.prompt().textProperty().set("y".repeat(FakeLanguageModel.CONTEXT_LENGTH - 3));
    inferenceThread.runAll();

    playground.generation().play();
    for (int i = 0; i < 6; i++) {
      inferenceThread.runAll();
      pacer.pass();
    }

    assertFalse(playground.generation().playingProperty().get());
    assertEquals("the context is full", playground.generation().noteProperty().get());
    assertEquals(2, steps().size());
  }

  @Test
  void aPromptThatCannotBeAnsweredShowsASentenceAndNoNumbers() {
    playground.prompt().textProperty().set("y".repeat(100));
    inferenceThread.runAll();

    assertNull(playground.distribution().pictureProperty().get());
    assertEquals(
        "There is no distribution for this prompt.",
        playground.distribution().messageProperty().get());
    assertEquals(0, playground.prompt().numbers().scoreProperty().get().count());
    assertEquals("", playground.status().contextProperty().get());
    assertFalse(playground.generation().canStep().get());

    playground.prompt().textProperty().set("y");
    inferenceThread.runAll();
    assertNotNull(playground.distribution().pictureProperty().get());
    assertEquals("", playground.prompt().problemProperty().get());
  }

  @Test
  void whatWasGeneratedAfterAChangedPromptCanBeBroughtBack() {
    step();
    step();
    var before = steps();

    playground.prompt().textProperty().set("Twice");
    inferenceThread.runAll();
    assertTrue(steps().isEmpty());

    playground.notices().noticeProperty().get().orElseThrow().action().orElseThrow().run().run();
    inferenceThread.runAll();

    assertEquals("Once", playground.prompt().textProperty().get());
    assertEquals(before, steps());
    assertTrue(playground.notices().noticeProperty().get().isEmpty());
  }

  @Test
  void aTokenForcedInsideThePromptReplacesWhatFollowed() {
    playground.prompt().moveCaret(2);
    inferenceThread.runAll();
    int forced = shown().logits().tokenAtRank(5);

    playground.distribution().force(5);
    inferenceThread.runAll();

    assertEquals("On", playground.prompt().textProperty().get());
    assertEquals(List.of(forced), steps().stream().map(Step::tokenId).toList());
    assertEquals("context 4 of 64 tokens", playground.status().contextProperty().get());
  }

  @Test
  void anEarlierStepIsShownAsItWas() {
    var first = shown().logits().toArray();
    step();
    step();

    playground.generation().selectedProperty().set(0);
    inferenceThread.runAll();

    org.junit.jupiter.api.Assertions.assertArrayEquals(first, shown().logits().toArray());
    assertEquals("here", shown().mark().word());
    int standing = shown().logits().tokenAtRank(shown().mark().rank().orElseThrow());
    assertEquals(steps().getFirst().tokenId(), standing);
  }

  @Test
  void aStepFromAnEarlierPlaceGoesToTheEndFirst() {
    step();
    step();
    playground.generation().selectedProperty().set(0);
    inferenceThread.runAll();

    step();

    assertEquals(3, steps().size());
    assertEquals(-1, playground.generation().selectedProperty().get());
  }

  @Test
  void anotherModelKeepsThePromptAndTheSettings() {
    playground.sampling().temperatureProperty().set(0.5);
    step();

    open(new FakeLanguageModel(300));
    inferenceThread.runAll();

    assertEquals("Once", playground.prompt().textProperty().get());
    assertEquals(0.5, shown().distribution().scaled().temperature());
    assertEquals(300, shown().count());
    assertTrue(steps().isEmpty());
  }

  @Test
  void aModelThatDoesNotOpenChangesNothing() {
    var before = shown();

    playground.show(new ModelEvent.Failed(Path.of("x"), "it is broken.", "Mend it."));

    assertEquals(before, shown());
    assertEquals(
        "Not opened: x: it is broken. Mend it.", playground.model().problemProperty().get());
    step();
    assertEquals(1, steps().size());
  }

  private void step() {
    playground.generation().step();
    inferenceThread.runAll();
  }

  private List<Step> steps() {
    return List.copyOf(playground.generation().steps());
  }

  private kelvin.ui.plot.DistributionPicture shown() {
    return assertNotNullPicture(playground.distribution().pictureProperty().get());
  }

  private static kelvin.ui.plot.DistributionPicture assertNotNullPicture(
      @Nullable DistributionPicture picture) {
    if (picture == null) {
      throw new AssertionError("there is no picture");
    }
    return picture;
  }
}
