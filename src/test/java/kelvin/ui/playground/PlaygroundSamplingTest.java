package kelvin.ui.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.distribution.CutOutcome;
import kelvin.distribution.LogitBias;
import kelvin.distribution.MirostatTwo;
import kelvin.distribution.StageKind;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.ModelEvent;
import kelvin.engine.PredictionEngine;
import kelvin.inference.LoadedModel;
import kelvin.ui.fx.FakePacer;
import kelvin.ui.generation.Step;
import kelvin.ui.plot.DistributionPicture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The visible numbers stay right with unusual settings and unusual models.
class PlaygroundSamplingTest {

  private final FakeInferenceThread inferenceThread = new FakeInferenceThread();
  private final PlaygroundViewModel playground =
      new PlaygroundViewModel(new FakePacer(), Runnable::run, Runnable::run, Runnable::run);
  private final PredictionEngine engine = new PredictionEngine(inferenceThread, playground::show);
  private FakeLanguageModel model = new FakeLanguageModel();

  @BeforeEach
  void openAModel() {
    playground.setOnAsk(engine::predict);
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

  @Test
  void settingsThatLeaveNoDistributionAreSaidAndTakenBack() {
    step();
    int first = steps().getFirst().tokenId();
    var sampling = playground.sampling();

    sampling
        .chain()
        .put(
            new LogitBias(
                List.of(
                    new LogitBias.Bias(List.of(first), Double.MAX_VALUE),
                    new LogitBias.Bias(List.of(first), Double.MAX_VALUE))));

    assertNull(playground.distribution().pictureProperty().get());
    var message = playground.distribution().messageProperty().get();
    assertTrue(message.contains("the logit of token " + first + " would become +∞"), message);
    assertFalse(playground.generation().readyProperty().get());
    step();
    assertEquals(1, steps().size());

    sampling.reset();

    assertNotNull(playground.distribution().pictureProperty().get());
    step();
    assertEquals(2, steps().size());
  }

  @Test
  void logitsThatAreNoNumbersAreRefusedWithTheFirstOffendingToken() {
    model.answerNaN();
    playground.prompt().textProperty().set("Once more");
    inferenceThread.runAll();

    assertNull(playground.distribution().pictureProperty().get());
    var message = playground.distribution().messageProperty().get();
    assertTrue(message.contains("the logit of token 0 is NaN"), message);
    assertEquals("–", playground.sampling().metrics().entropyProperty().get());
  }

  @Test
  void mirostatFollowsTheDrawnTokens() {
    playground.sampling().chain().put(new MirostatTwo(2, 0.5));
    var before = shown().distribution();
    int rank = shown().mark().rank().orElseThrow();

    step();

    var cut = (CutOutcome) shown().distribution().outcomes().getLast();
    assertEquals(before.nextMu(rank).orElseThrow(), cut.step().mu());
  }

  @Test
  void aVocabularyOfOneTokenIsDrawnFromThroughEveryStage() {
    // Only the start token: such a model knows no other id.
    playground.prompt().textProperty().set("");
    open(new FakeLanguageModel(1));
    inferenceThread.runAll();
    for (var kind : StageKind.values()) {
      playground.sampling().chain().add(kind);
    }

    assertEquals(1, shown().distribution().keptCount());
    step();
    assertEquals(0, steps().getFirst().tokenId());
  }

  @Test
  void theBreakersOfDryAreTokensOfTheModel() {
    playground.sampling().chain().add(StageKind.DRY);

    playground.sampling().useLlamaCppBreakers();

    var dry = playground.sampling().chainProperty().get().find(StageKind.DRY).orElseThrow().stage();
    assertEquals(
        List.of(List.of((int) '\n'), List.of((int) ':'), List.of((int) '"'), List.of((int) '*')),
        dry.settings().get("breakers"));
  }

  private void step() {
    playground.generation().step();
    inferenceThread.runAll();
  }

  private List<Step> steps() {
    return List.copyOf(playground.generation().steps());
  }

  private DistributionPicture shown() {
    var picture = playground.distribution().pictureProperty().get();
    if (picture == null) {
      throw new AssertionError("there is no picture");
    }
    return picture;
  }
}
