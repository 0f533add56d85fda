package kelvin.ui.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kelvin.display.InformationUnit;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.ModelEvent;
import kelvin.engine.PredictionEngine;
import kelvin.inference.LoadedModel;
import kelvin.ui.control.Numbers;
import kelvin.ui.fx.FakePacer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// If these fail, one number of the window is in bits and another in nats, and nobody can compare
/// them.
class InformationUnitTest {

  private final FakeInferenceThread inferenceThread = new FakeInferenceThread();
  private final PlaygroundViewModel playground =
      new PlaygroundViewModel(new FakePacer(), Runnable::run, Runnable::run, Runnable::run);
  private final PredictionEngine engine = new PredictionEngine(inferenceThread, playground::show);

  @BeforeEach
  void openAModel() {
    playground.setOnAsk(engine::predict);
    playground.prompt().textProperty().set("Once");
    var model = new FakeLanguageModel();
    var tokenizer = FakeTokenizer.withStartToken();
    engine.use(new LoadedModel(model, tokenizer));
    playground.show(new ModelEvent.Opened(model.descriptor(), tokenizer.vocabulary()));
    inferenceThread.runAll();
    playground.distribution().bars().selectedRankProperty().set(1);
  }

  @ParameterizedTest
  @EnumSource
  void oneSettingSetsTheUnitOfEveryNumberAndEachSaysIt(InformationUnit unit) {
    playground.unitProperty().set(unit);

    var picture = playground.distribution().pictureProperty().get();
    double entropy = picture.distribution().scaled().entropy();
    double loss = playground.prompt().numbers().scoreProperty().get().loss();
    assertEquals(Numbers.information(entropy, unit), picture.entropy());
    assertEquals(
        Numbers.threeDigits(unit.of(entropy)),
        playground.sampling().metrics().entropyProperty().get());
    assertEquals(unit, playground.sampling().metrics().unitProperty().get());
    assertEquals(
        "loss " + Numbers.information(loss, unit), playground.status().lossProperty().get());
    assertEquals(
        Numbers.threeDigits(unit.of(loss)), playground.prompt().numbers().loss().getValue());
    assertSays(unit, playground.prompt().tokensProperty().get().getLast().label().get());
    assertSays(
        unit, playground.distribution().bars().detailProperty().get().orElseThrow().sentence());
  }

  @Test
  void aChangedUnitAsksTheModelNothing() {
    playground.setOnAsk(_ -> assertTrue(false, "the model was asked"));

    playground.unitProperty().set(InformationUnit.NATS);
  }

  private static void assertSays(InformationUnit unit, String words) {
    assertTrue(words.contains(" " + unit.label()), words);
  }
}
