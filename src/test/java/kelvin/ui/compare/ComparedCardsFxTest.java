package kelvin.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import kelvin.display.Compared;
import kelvin.engine.FakeLanguageModel;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, a user reads that a prompt is empty which is not, or reads nothing about a prompt
/// that cannot be run, or sees a label with the numbers of another.
class ComparedCardsFxTest {

  private static final String EMPTY = "while one side is empty";
  private static final String TOO_LONG = "x".repeat(FakeLanguageModel.CONTEXT_LENGTH + 1);

  private final CompareBench bench = Fx.get(CompareBench::new);
  private final CompareViewModel compare = bench.compare;

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void aPromptThatIsTooLongForItsLabelsIsSaidAndNotCalledEmpty() {
    var card = labelsAfter("ab", TOO_LONG);

    Fx.run(bench.thread::runAll);

    assertTrue(text(card, "#compare-labels-problem").startsWith("B: "));
    assertFalse(text(card, "#compare-labels-sentence").contains(EMPTY));
  }

  @Test
  void aPromptThatIsTooLongForAnswersIsSaid() {
    var card =
        Fx.get(
            () -> {
              compare.b().textProperty().set(TOO_LONG);
              compare.comparedProperty().set(Compared.ANSWERS);
              return inScene(new AnswersCard(compare));
            });

    Fx.run(bench.thread::runAll);

    assertFalse(text(card, "#compare-b-answers-problem").isEmpty());
  }

  @Test
  void aSideWithoutNumbersYetIsNotCalledEmpty() {
    var labels = labelsAfter("ab", "xy");
    var difference = Fx.get(() -> inScene(new DifferenceCard(compare)));

    assertFalse(text(labels, "#compare-labels-sentence").contains(EMPTY));
    assertFalse(Fx.get(() -> difference.lookup("#compare-no-side").isVisible()));
    Fx.run(() -> compare.b().textProperty().set(""));
    assertTrue(text(labels, "#compare-labels-sentence").contains(EMPTY));
    assertTrue(Fx.get(() -> difference.lookup("#compare-no-side").isVisible()));
  }

  @Test
  void renamedLabelsShowNoNumbersOfTheOldOnes() {
    var card = labelsAfter("ab", "xy");
    Fx.run(bench.thread::runAll);
    var old = rows(card);

    Fx.run(() -> bench.playground.setTrial(trial("ab", "d", "c")));
    assertEquals(old, rows(card));
    Fx.run(bench.thread::runAll);

    assertEquals(List.of(old.get(1), old.get(0)), rows(card).subList(0, 2));
  }

  @Test
  void theLabelsOfTwoEmptyPromptsAreNoLongerAskedFor() {
    var card =
        Fx.get(
            () -> {
              bench.playground.setPrompt("");
              compare.comparedProperty().set(Compared.LABELS);
              return inScene(new LabelsCard(compare));
            });
    assertTrue(text(card, "#compare-labels-sentence").startsWith("Name answers"));

    Fx.run(() -> bench.playground.setTrial(trial("", "c", "d")));

    assertTrue(text(card, "#compare-labels-sentence").contains(EMPTY));
  }

  private Parent labelsAfter(String a, String b) {
    return Fx.get(
        () -> {
          bench.playground.setTrial(trial(a, "c", "d"));
          compare.b().textProperty().set(b);
          compare.comparedProperty().set(Compared.LABELS);
          return inScene(new LabelsCard(compare));
        });
  }

  private static Trial trial(String prompt, String... labels) {
    return new Trial(new FreePrompt(prompt), List.of(labels), Optional.empty(), false);
  }

  private static Parent inScene(Parent card) {
    var scene = new Scene(card, 900, 500);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return card;
  }

  private static List<PairBar> rows(Node card) {
    return Fx.get(() -> ((PairBars) card.lookup("#compare-label-masses")).barsProperty().get());
  }

  private static String text(Node card, String selector) {
    return Fx.get(() -> ((Label) card.lookup(selector)).getText());
  }
}
