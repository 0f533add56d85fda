package kelvin.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.display.DifferenceOf;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionRequest;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.ChatPrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.chat.Chats;
import kelvin.workspace.comparison.ComparedSide;
import kelvin.workspace.comparison.Comparison;
import org.junit.jupiter.api.Test;

/// If these fail, a user compares other prompts or another sampling than those on show.
class CompareViewModelTest {

  private final CompareBench bench = new CompareBench();
  private final FakeLanguageModel model = bench.model;
  private final FakeTokenizer tokenizer = bench.tokenizer;
  private final FakeInferenceThread thread = bench.thread;
  private final FakePlayground playground = bench.playground;
  private final CompareViewModel compare = bench.compare;
  private final SideViewModel a = compare.a();
  private final SideViewModel b = compare.b();

  @Test
  void theDivergencesOfTwoPromptsAreTheirDefinition() {
    b.textProperty().set("xy");
    thread.runAll();

    var difference = compare.differenceProperty().get();
    var p = CompareBench.softmax(model.logitsAfter('a', 'b'));
    var q = CompareBench.softmax(model.logitsAfter('x', 'y'));
    assertNotNull(difference);
    assertEquals(kl(p, q), difference.divergence().kl(), 1e-12);
    assertEquals(kl(q, p), difference.divergence().reverseKl(), 1e-12);
    var mean = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      mean[i] = (p[i] + q[i]) / 2;
    }
    assertEquals((kl(p, mean) + kl(q, mean)) / 2, difference.divergence().jensenShannon(), 1e-12);
    assertEquals("A", difference.names().before());
  }

  @Test
  void theSamePromptDiffersInExactlyNothingAndNeedsNoRun() {
    int before = model.runs();

    compare.takePrompt(b);
    thread.runAll();

    assertEquals("ab", b.textProperty().get());
    assertEquals(0, compare.differenceProperty().get().divergence().totalVariation());
    assertEquals(before, model.runs());
  }

  @Test
  void theTextOfATemplateKeepsItsOwnStartTokenOnASide() {
    playground.setStartToken(StartToken.AUTO);
    var chat = ChatPrompt.of(Chats.of("user: Hi"), Chats.templates());
    playground.setTrial(new Trial(chat, List.of(), Optional.empty(), false));

    compare.compareWith(chat.otherwise(), "comparing");
    assertEquals(StartToken.NEVER, a.startToken());
    assertEquals(StartToken.AUTO, b.startToken());

    compare.takePrompt(b);
    b.textProperty().set(b.textProperty().get() + "!");
    assertEquals(StartToken.NEVER, b.startToken());
    var kept = compare.comparisonProperty().get();
    b.textProperty().set("");
    b.textProperty().set("x");
    assertEquals(StartToken.AUTO, b.startToken());
    compare.restore(kept);
    assertEquals(StartToken.NEVER, b.startToken());
  }

  @Test
  void anAnswerOfThePlaygroundNeedsNoRun() {
    var request = new PredictionRequest("xy", List.of(), OptionalInt.empty(), StartToken.NEVER);
    playground.answer =
        Optional.of(
            new Predictor(new LoadedModel(model, tokenizer)).predict(request, new Cancellation()));
    int before = model.runs();

    b.textProperty().set("xy");
    thread.runAll();

    assertEquals(before, model.runs());
    assertNotNull(compare.differenceProperty().get());
  }

  @Test
  void sideAFollowsThePlaygroundUntilItIsEdited() {
    assertEquals("ab", a.textProperty().get());
    playground.setPrompt("abc");
    assertEquals("abc", a.textProperty().get());

    a.textProperty().set("abcd");
    playground.setPrompt("xyz");
    assertEquals("abcd", a.textProperty().get());
    assertFalse(a.followsPromptProperty().get());

    a.followsPromptProperty().set(true);
    assertEquals("xyz", a.textProperty().get());
  }

  @Test
  void bothSidesAreSampledAsThePlaygroundWithoutANewRun() {
    b.textProperty().set("xy");
    thread.runAll();
    int before = model.runs();

    playground.chain().use(chainAt(2));
    thread.runAll();

    assertEquals(before, model.runs());
    assertEquals(2, a.pictureProperty().get().distribution().scaled().temperature());
    assertEquals(2, b.pictureProperty().get().distribution().scaled().temperature());
  }

  @Test
  void aSideHasItsOwnSamplingOnceItIsChangedThere() {
    compare.takePrompt(b);
    thread.runAll();
    int before = model.runs();

    b.sampling().temperatureProperty().set(3);
    playground.chain().use(chainAt(2));
    thread.runAll();

    assertFalse(b.followsSamplingProperty().get());
    assertEquals(2, a.pictureProperty().get().distribution().scaled().temperature());
    assertEquals(3, b.pictureProperty().get().distribution().scaled().temperature());
    assertTrue(compare.differenceProperty().get().divergence().kl() > 0.001);
    assertEquals(before, model.runs());
    b.followsSamplingProperty().set(true);
    assertEquals(2, b.pictureProperty().get().distribution().scaled().temperature());
  }

  @Test
  void whatIsDrawnDiffersWhereOnlyACutDiffers() {
    compare.takePrompt(b);
    thread.runAll();

    b.sampling().topKProperty().set(1);
    thread.runAll();

    var drawn = compare.differenceProperty().get();
    var top = b.pictureProperty().get().distribution();
    assertEquals(1, drawn.live().probability(1), 1e-12);
    assertEquals(1 - top.scaled().probability(1), drawn.divergence().totalVariation(), 1e-12);
    compare.differenceOfProperty().set(DifferenceOf.SCALED);
    assertEquals(0, compare.differenceProperty().get().divergence().totalVariation());
  }

  @Test
  void aPromptIsRunOnlyWhileItIsLookedAt() {
    compare.shownProperty().set(false);
    int before = model.runs();

    b.textProperty().set("xy");
    thread.runAll();
    assertEquals(before, model.runs());
    compare.shownProperty().set(true);
    thread.runAll();

    assertNotNull(b.pictureProperty().get());
  }

  @Test
  void aHiddenSideIsEvaluatedWhenItIsShown() {
    b.textProperty().set("xy");
    thread.runAll();
    compare.shownProperty().set(false);

    playground.chain().use(chainAt(2));
    assertEquals(1, b.pictureProperty().get().distribution().scaled().temperature());
    compare.shownProperty().set(true);

    assertEquals(2, b.pictureProperty().get().distribution().scaled().temperature());
    assertEquals(2, compare.differenceProperty().get().live().temperature());
  }

  @Test
  void anEmptyPromptHasNeitherBarsNorDifference() {
    b.textProperty().set("xy");
    thread.runAll();

    b.textProperty().set("");
    thread.runAll();

    assertNull(b.pictureProperty().get());
    assertNull(compare.differenceProperty().get());
    assertEquals("", b.problemProperty().get());
  }

  @Test
  void whatCannotBeRunIsSaid() {
    b.textProperty().set("x".repeat(FakeLanguageModel.CONTEXT_LENGTH + 1));
    thread.runAll();

    assertNull(b.pictureProperty().get());
    assertFalse(b.problemProperty().get().isEmpty());
    b.textProperty().set("xy");
    thread.runAll();
    assertEquals("", b.problemProperty().get());
  }

  @Test
  void theOldBarsAreStaleUntilTheNewAnswerIsThere() {
    b.textProperty().set("xy");
    thread.runAll();

    b.textProperty().set("xyz");
    assertTrue(b.staleProperty().get());
    thread.runAll();

    assertFalse(b.staleProperty().get());
  }

  @Test
  void theNextEditCancelsWhatRuns() {
    b.textProperty().set("xy");
    b.textProperty().set("xyz");
    thread.runAll();

    assertEquals("xyz", b.answerTo(request("xyz")).orElseThrow().request().prompt());
    assertTrue(b.answerTo(request("xy")).isEmpty());
  }

  private static PredictionRequest request(String prompt) {
    return new PredictionRequest(prompt, List.of(), OptionalInt.empty(), StartToken.NEVER);
  }

  @Test
  void zeroShotIsThePlaygroundsPromptWithoutItsExamples() {
    playground.zeroShot = "Q: 1\nA:";

    compare.takeZeroShot(b);

    assertEquals("Q: 1\nA:", b.textProperty().get());
  }

  @Test
  void aSideIsSentToThePlaygroundWithItsOwnSampling() {
    b.textProperty().set("xy");
    b.sampling().temperatureProperty().set(3);

    compare.send(b);

    assertEquals("xy", playground.trial().getValue().prompt().render());
    assertEquals(b.sampling().chainProperty().get(), playground.chain().chainProperty().get());
    assertEquals(List.of("sending to the playground"), playground.acts);
  }

  @Test
  void swappedSidesKeepTheirPromptsAndSamplings() {
    b.textProperty().set("xy");
    b.sampling().temperatureProperty().set(3);

    compare.swap();

    assertEquals("xy", a.textProperty().get());
    assertEquals(3, a.sampling().temperatureProperty().get());
    assertTrue(b.followsPromptProperty().get());
    assertTrue(b.followsSamplingProperty().get());
  }

  @Test
  void whatASessionKeepsIsRestored() {
    a.textProperty().set("xy");
    b.sampling().topKProperty().set(2);
    var kept = compare.comparisonProperty().get();

    compare.restore(Comparison.NONE);
    assertEquals("ab", a.textProperty().get());
    assertEquals(Comparison.NONE, compare.comparisonProperty().get());
    compare.restore(kept);

    assertEquals(kept, compare.comparisonProperty().get());
    assertEquals(ComparedSide.of("xy"), kept.a());
    assertTrue(kept.b().sampling().isPresent());
  }

  private static SamplerChain chainAt(double temperature) {
    return SamplerChain.of(new Temperature(temperature));
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
