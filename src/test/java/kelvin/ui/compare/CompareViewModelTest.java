package kelvin.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Mark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {

  private final FakeLanguageModel model = new FakeLanguageModel();
  private final FakeTokenizer tokenizer = FakeTokenizer.withoutStartToken();
  private final FakeInferenceThread thread = new FakeInferenceThread();
  private final ObjectProperty<@Nullable DistributionPicture> leftPicture =
      new SimpleObjectProperty<>();
  private final StringProperty leftPrompt = new SimpleStringProperty("ab");
  private final ObjectProperty<SamplerChain> chain = new SimpleObjectProperty<>(chainAt(1));
  private final CompareViewModel compare = open();

  private CompareViewModel open() {
    var engine = new PredictionEngine(thread, _ -> {});
    engine.use(new LoadedModel(model, tokenizer));
    var made =
        new CompareViewModel(
            new PlaygroundSide(
                leftPicture,
                new SimpleStringProperty("after “ab”"),
                leftPrompt,
                chain,
                new SimpleObjectProperty<>(StartToken.NEVER)),
            engine::begin,
            Runnable::run,
            Runnable::run);
    made.setVocabulary(tokenizer.vocabulary());
    made.shownProperty().set(true);
    leftPicture.set(picture(model.logitsAfter('a', 'b'), 1));
    return made;
  }

  @Test
  void theDivergencesOfTwoPromptsAreTheirDefinition() {
    compare.textProperty().set("xy");
    thread.runAll();

    var difference = compare.differenceProperty().get();
    var p = softmax(model.logitsAfter('a', 'b'));
    var q = softmax(model.logitsAfter('x', 'y'));
    assertNotNull(difference);
    assertEquals(kl(p, q), difference.divergence().kl(), 1e-12);
    assertEquals(kl(q, p), difference.divergence().reverseKl(), 1e-12);
    var mean = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      mean[i] = (p[i] + q[i]) / 2;
    }
    assertEquals((kl(p, mean) + kl(q, mean)) / 2, difference.divergence().jensenShannon(), 1e-12);
    assertEquals("left", difference.names().before());
  }

  @Test
  void aPromptComparedWithItselfDiffersInNothing() {
    compare.copyFromPlayground();
    thread.runAll();

    assertEquals("ab", compare.textProperty().get());
    assertEquals(0, compare.differenceProperty().get().divergence().kl(), 1e-15);
  }

  @Test
  void bothSidesAreSampledAlikeWithoutANewRun() {
    compare.textProperty().set("xy");
    thread.runAll();
    int before = model.runs();

    chain.set(chainAt(2));
    leftPicture.set(picture(model.logitsAfter('a', 'b'), 2));
    thread.runAll();

    assertEquals(before, model.runs());
    assertEquals(2, compare.pictureProperty().get().distribution().scaled().temperature());
  }

  @Test
  void theRightPromptIsRunOnlyWhileItIsLookedAt() {
    compare.shownProperty().set(false);

    compare.textProperty().set("xy");
    thread.runAll();
    assertEquals(0, model.runs());
    compare.shownProperty().set(true);
    thread.runAll();

    assertNotNull(compare.pictureProperty().get());
  }

  @Test
  void anEmptyPromptHasNeitherBarsNorDifference() {
    compare.textProperty().set("xy");
    thread.runAll();

    compare.textProperty().set("");
    thread.runAll();

    assertNull(compare.pictureProperty().get());
    assertNull(compare.differenceProperty().get());
    assertEquals("", compare.problemProperty().get());
  }

  @Test
  void whatCannotBeRunIsSaid() {
    compare.textProperty().set("x".repeat(FakeLanguageModel.CONTEXT_LENGTH + 1));
    thread.runAll();

    assertNull(compare.pictureProperty().get());
    assertFalse(compare.problemProperty().get().isEmpty());
    compare.textProperty().set("xy");
    thread.runAll();
    assertEquals("", compare.problemProperty().get());
  }

  @Test
  void theOldBarsAreStaleUntilTheNewAnswerIsThere() {
    compare.textProperty().set("xy");
    thread.runAll();

    compare.textProperty().set("xyz");
    assertTrue(compare.staleProperty().get());
    thread.runAll();

    assertFalse(compare.staleProperty().get());
  }

  @Test
  void zeroShotIsThePlaygroundsPromptWithoutItsExamples() {
    compare.setZeroShot(() -> "Q: 1\nA:");

    compare.takeZeroShot();

    assertEquals("Q: 1\nA:", compare.textProperty().get());
  }

  private static SamplerChain chainAt(double temperature) {
    return SamplerChain.of(new Temperature(temperature));
  }

  private static SamplerChain at(double temperature) {
    return SamplerChain.of(new Temperature(temperature));
  }

  private static DistributionPicture picture(float[] logits, double temperature) {
    var ranked = Logits.owning(logits);
    return new DistributionPicture(
        TruncatedDistribution.of(ranked, at(temperature)), Integer::toString, Mark.NONE);
  }

  private static double[] softmax(float[] logits) {
    double sum = 0;
    var result = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      result[i] = StrictMath.exp(logits[i]);
      sum += result[i];
    }
    for (int i = 0; i < logits.length; i++) {
      result[i] /= sum;
    }
    return result;
  }

  /// In nats.
  private static double kl(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] * StrictMath.log(p[i] / q[i]);
    }
    return sum;
  }
}
