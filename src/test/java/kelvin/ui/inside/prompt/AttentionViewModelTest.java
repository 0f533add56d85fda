package kelvin.ui.inside.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.ui.inside.copy.CopyViewModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The attention beside an answer belongs to that answer, and the copy that gives it is opened when
/// somebody looks and closed with the model. Otherwise tokens are shaded by the weights of another
/// text, or a hidden copy takes the memory of the model again.
class AttentionViewModelTest {

  private final CopyBench bench = new CopyBench();
  private Optional<FewShotPrompt> fewShot = Optional.empty();
  private final AttentionViewModel attention =
      new AttentionViewModel(bench::run, bench.background::add, Runnable::run, _ -> fewShot);

  @BeforeEach
  void openAModel() {
    attention.modelOpened();
  }

  private void lookAt(String prompt) {
    attention.look(CopyBench.answer(prompt));
    attention.setShown(true);
    bench.work();
  }

  private State state() {
    return attention.copy().stateProperty().get();
  }

  private String message() {
    return attention.copy().messageProperty().get();
  }

  private String sentence() {
    return attention.sentenceProperty().get();
  }

  private double strength(int position) {
    return attention.shadesProperty().get().at(position).strength();
  }

  private String words(int position) {
    return attention.shadesProperty().get().at(position).words();
  }

  @Test
  void nothingIsOpenedUntilItIsChosen() {
    attention.look(CopyBench.answer("abc"));
    bench.work();

    assertEquals(List.of(), bench.events);
    assertEquals(State.NONE, state());
  }

  @Test
  void theMemoryOfACopyIsSaidBeforeItIsOpened() {
    attention.setShown(true);

    assertEquals(State.OPENING, state());
    assertTrue(message().contains("about 1 MB of memory"), message());
    assertEquals(List.of(), bench.events);
    bench.work();
    assertEquals("", message());
    assertEquals(List.of("open attention"), bench.events);
  }

  @Test
  void aLargeCopyIsOpenedOnlyAfterAQuestion() {
    bench.memory = 2_100_000_000;
    lookAt("abc");

    assertEquals(State.ASKING, state());
    assertTrue(message().contains("2,100 MB"), message());
    assertEquals(List.of(), bench.events);

    attention.copy().open();
    bench.work();

    assertEquals(List.of("open attention", "run 4"), bench.events);
  }

  @Test
  void anOpeningThatIsCancelledLeavesNothingOpenAndCanBeTriedAgain() {
    attention.look(CopyBench.answer("abc"));
    attention.setShown(true);
    attention.copy().cancelOpening();
    bench.work();

    assertEquals(State.ASKING, state());
    assertEquals(List.of(), bench.events);

    attention.copy().open();
    bench.work();
    assertEquals(State.OPEN, state());
  }

  @Test
  void aModelThatDoesNotShowItsAttentionSaysWhy() {
    bench.refusal = "The attention is computed in one operator.";
    lookAt("abc");

    assertEquals(State.REFUSED, state());
    assertEquals("The attention is computed in one operator.", message());
    assertEquals("", sentence());
  }

  @Test
  void theMeanOfLayersAndHeadsIsShownFirst() {
    lookAt("abc");

    assertEquals(Math.sqrt(0.125), strength(0), 1e-9);
    assertEquals(Math.sqrt(0.625), strength(3), 1e-6);
    assertEquals("attention, mean of layers, mean of heads: 12.5 %", words(1));
    assertTrue(
        sentence().startsWith("From “c”: 12.5 % on the first token, then “c” 62.5 %"), sentence());
    assertTrue(sentence().contains("not why"), sentence());
  }

  @Test
  void anotherLayerOrHeadIsShownWithoutAnotherRun() {
    lookAt("abc");
    attention.layerProperty().set(1);
    attention.headProperty().set(2);

    assertEquals(0, strength(0));
    assertEquals(1, strength(3));
    assertEquals("attention, layer 1, head 2: 100.0 %", words(3));

    attention.layerProperty().set(2);

    assertEquals(0.5, strength(0));
    assertEquals(List.of("open attention", "run 4"), bench.events);
  }

  @Test
  void theFirstTokenCanBeLeftOutAndItsShareStaysSaid() {
    lookAt("abc");
    attention.layerProperty().set(1);
    attention.headProperty().set(1);
    attention.withoutStartProperty().set(true);

    assertTrue(Double.isNaN(strength(0)));
    assertEquals(Math.sqrt(1 / 3.0), strength(1), 1e-6);
    assertEquals(
        "attention, layer 1, head 1 from “c”, without the first token (25.0 %)",
        attention.shadesProperty().get().caption());
    assertEquals(1 / 3.0, attention.shadesProperty().get().at(1).number(), 1e-6);
    assertTrue(
        sentence().contains("25.0 % on the first token, which is left out; of the rest"),
        sentence());
  }

  @Test
  void aPromptOfOneTokenWorks() {
    lookAt("");

    assertEquals(1, strength(0));
    assertEquals("There is one token, which can only attend to itself.", sentence());
  }

  @Test
  void anEarlierTokenIsLookedAtFromWhereItIsPredicted() {
    lookAt("abc");
    attention.look(CopyBench.answer("abc", OptionalInt.of(1), List.of()));
    bench.work();

    assertTrue(sentence().startsWith("From “a”, which predicts “b”: "), sentence());
    assertTrue(Double.isNaN(strength(2)), "tokens behind are not seen");
  }

  @Test
  void theAttentionOfAnOlderTextIsNotShown() {
    lookAt("abc");
    attention.outdate();
    attention.look(CopyBench.answer("xyz"));
    assertEquals(0, attention.shadesProperty().get().tokens().size());

    attention.outdate();
    attention.look(CopyBench.answer("xyzu"));
    bench.work();

    assertEquals(List.of("open attention", "run 4", "run 5"), bench.events);
    assertTrue(sentence().startsWith("From “u”"), sentence());
  }

  @Test
  void aTextThatGrowsKeepsItsShadesUntilTheNewOnesAreThere() {
    lookAt("abc");
    attention.look(CopyBench.answer("abc", OptionalInt.empty(), List.of((int) 'd')));
    attention.look(CopyBench.answer("abc", OptionalInt.empty(), List.of((int) 'd', (int) 'e')));

    assertTrue(sentence().startsWith("From “c”"), sentence());
    bench.work();

    assertTrue(sentence().startsWith("From “e”"), sentence());
  }

  @Test
  void aRunThatFailsSaysWhyAndTheNextOneIsTried() {
    bench.failure = "The prompt is too long for this graph.";
    lookAt("abc");
    assertEquals(bench.failure, attention.copy().problemProperty().get());
    assertEquals("", sentence());

    bench.failure = "";
    attention.look(CopyBench.answer("ab"));
    bench.work();

    assertEquals("", attention.copy().problemProperty().get());
    assertTrue(sentence().startsWith("From “b”"), sentence());
  }

  @Test
  void theCopyIsClosedWithItsModel() {
    lookAt("abc");
    bench.openAnother();
    attention.modelOpened();
    bench.work();

    assertEquals(
        List.of("open attention", "run 4", "close attention", "open attention"), bench.events);
    assertEquals(0, attention.shadesProperty().get().tokens().size());
  }

  @Test
  void aLayerThatTheModelDoesNotHaveBecomesTheMean() {
    attention.layerProperty().set(9);
    attention.headProperty().set(7);
    lookAt("abc");

    assertEquals(0, attention.layerProperty().get());
    assertEquals(0, attention.headProperty().get());
    assertEquals(2, attention.layerCountProperty().get());
    assertEquals(2, attention.headCountProperty().get());
  }

  @Test
  void whileItIsHiddenTheCopyDoesNotRun() {
    lookAt("abc");
    attention.setShown(false);
    attention.look(CopyBench.answer("abcd"));
    bench.work();
    assertEquals(List.of("open attention", "run 4"), bench.events);

    attention.setShown(true);
    bench.work();

    assertFalse(sentence().isEmpty());
    assertEquals(List.of("open attention", "run 4", "run 5"), bench.events);
  }

  @Test
  void inAFewShotPromptTheWeightsOfEachExampleAreAddedUp() {
    var prompt =
        new FewShotPrompt(
            "",
            List.of(
                new Example("a", "b"),
                new Example("c", "d").withUsed(false),
                new Example("e", "f")),
            2,
            Layout.QUESTIONS,
            "g");
    fewShot = Optional.of(prompt);
    lookAt(prompt.render());
    attention.layerProperty().set(1);
    attention.headProperty().set(1);
    double tokens = prompt.render().length() + 1;

    var starts = prompt.starts();
    assertEquals(
        Map.of(
            0, (starts.get(1) - starts.get(0)) / tokens,
            2, (starts.get(2) - starts.get(1)) / tokens),
        rounded(attention.byExampleProperty().get(), tokens));
  }

  private static Map<Integer, Double> rounded(Map<Integer, Double> shares, double tokens) {
    return shares.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, share -> Math.rint(share.getValue() * tokens) / tokens));
  }
}
