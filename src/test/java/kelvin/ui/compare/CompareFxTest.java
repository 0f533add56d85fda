package kelvin.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import kelvin.display.Compared;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.playground.Page;
import kelvin.ui.plot.bars.DifferenceBars;
import kelvin.ui.plot.bars.DifferencePicture;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import kelvin.workspace.comparison.Comparison;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two prompts side by side in the real window, on the bundled model. If these fail, a user cannot
/// trust what the page Compare shows, or loses what was typed there.
class CompareFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("She saw a big");

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;
  private final CompareViewModel compare;

  CompareFxTest(OpenWindow window) {
    this.window = window;
    compare = window.playground().pages().compare();
  }

  @BeforeEach
  void openThePage() throws Exception {
    window.robot().push(KeyCode.ALT, KeyCode.DIGIT3);
    window.waitUntil(() -> window.playground().pages().pageProperty().get() == Page.COMPARE);
  }

  @Test
  void theDifferenceIsThatOfTheTwoAnswers() throws Exception {
    window.robot().clickOn("#compare-b-text").write("She saw a little");
    var shown = difference("She saw a big", "She saw a little");

    var left = Fx.get(() -> compare.a().pictureProperty().get().distribution().scaled());
    var right = Fx.get(() -> compare.b().pictureProperty().get().distribution().scaled());
    double kl = 0;
    for (int token = 0; token < left.count(); token++) {
      double p = left.probabilityOfToken(token);
      double q = right.probabilityOfToken(token);
      kl += p * StrictMath.log(p / q);
    }
    assertTrue(kl > 0.01, "KL " + kl);
    assertEquals(kl, shown.divergence().kl(), 1e-9);
    assertTrue(sentence().contains("KL(A ‖ B)"), sentence());
  }

  @Test
  void eachSideHasTheAnswerThatThePlaygroundWouldGive() throws Exception {
    Fx.run(
        () -> {
          compare.b().textProperty().set("She saw a little");
        });
    difference("She saw a big", "She saw a little");
    var beside = Fx.get(() -> compare.b().pictureProperty().get().own());

    window.type("She saw a little");
    window.waitForAnswer();

    var alone = window.shown().own();
    for (int rank = 1; rank <= 20; rank++) {
      assertEquals(alone.logits().tokenAtRank(rank), beside.logits().tokenAtRank(rank));
      assertEquals(alone.probability(rank), beside.probability(rank), 1e-6);
    }
  }

  @Test
  void anEditOfSideALeavesThePlaygroundAsItIsAndIsUndone() throws Exception {
    window.robot().clickOn("#compare-a-text").push(KeyCode.END).write(" dog");

    assertEquals("She saw a big dog", Fx.get(() -> compare.a().textProperty().get()));
    assertFalse(Fx.get(() -> compare.a().followsPromptProperty().get()));
    assertEquals("She saw a big", Fx.get(() -> window.playground().prompt().textProperty().get()));

    window.robot().push(KeyCode.CONTROL, KeyCode.Z);

    window.waitUntil(() -> compare.a().textProperty().get().equals("She saw a big"));
    assertTrue(Fx.get(() -> compare.a().followsPromptProperty().get()));
  }

  @Test
  void aPromptWithCharactersThatNoEditorTakesIsStillThePlaygrounds() throws Exception {
    Fx.run(
        () -> {
          compare.b().followsPromptProperty().set(true);
          window
              .playground()
              .prompt()
              .composer()
              .take(
                  new Trial(
                      new FewShotPrompt(
                          "", List.of(new Example("a\u0001", "b")), 1, Layout.QUESTIONS, "c"),
                      List.of(),
                      Optional.empty(),
                      false));
        });
    Fx.settle();

    assertTrue(Fx.get(() -> compare.a().followsPromptProperty().get()));
    assertTrue(Fx.get(() -> compare.b().followsPromptProperty().get()));
    assertFalse(window.find("compare-a-text", TextArea.class).getText().contains("\u0001"));
  }

  @Test
  void theSamePromptOnBothSidesHasNoDifferenceAndSaysSo() throws Exception {
    window.robot().clickOn("#compare-b-take");

    var shown = difference("She saw a big", "She saw a big");

    assertEquals(0, shown.divergence().totalVariation());
    assertTrue(sentence().startsWith("No difference"), sentence());
    assertEquals("She saw a big", window.find("compare-a-text", TextArea.class).getText());
  }

  @Test
  void aCutOnOneSideAloneIsADifferenceOfWhatIsDrawn() throws Exception {
    window.robot().clickOn("#compare-b-take");
    difference("She saw a big", "She saw a big");
    window.robot().clickOn("#compare-b-sampling");
    Fx.settle();
    Fx.run(
        () -> {
          ((Slider) inSamplingOfB("#temperature-slider")).setValue(0.2);
        });

    window.waitUntil(() -> !sentence().startsWith("No difference"));
    assertFalse(Fx.get(() -> compare.b().followsSamplingProperty().get()));
    assertTrue(Fx.get(() -> compare.a().followsSamplingProperty().get()));
    assertEquals(1, Fx.get(() -> window.playground().sampling().temperatureProperty().get()));

    window.robot().clickOn("#compare-b-same-sampling");

    window.waitUntil(() -> sentence().startsWith("No difference"));
    window.robot().push(KeyCode.CONTROL, KeyCode.Z);
    window.waitUntil(() -> !compare.b().followsSamplingProperty().get());
  }

  private Node inSamplingOfB(String selector) {
    return window.find("compare-b-chain", Node.class).lookup(selector);
  }

  @Test
  void aSideIsSentToThePlaygroundAndUndoneThere() throws Exception {
    Fx.run(
        () -> {
          compare.b().textProperty().set("She saw a little");
        });
    Fx.settle();

    window.robot().clickOn("#compare-b-send");
    window.waitUntil(
        () -> window.playground().prompt().textProperty().get().equals("She saw a little"));
    window.robot().push(KeyCode.CONTROL, KeyCode.Z);

    window.waitUntil(
        () -> window.playground().prompt().textProperty().get().equals("She saw a big"));
    assertEquals("She saw a little", Fx.get(() -> compare.b().textProperty().get()));
  }

  @Test
  void labelsAreComparedWithTheMassOutsideThem() throws Exception {
    Fx.run(
        () -> {
          compare.b().textProperty().set("She saw a little");
          window
              .playground()
              .prompt()
              .composer()
              .answers()
              .set(new Answers(List.of(" dog", " girl"), Optional.of(" girl"), false));
        });

    window.robot().clickOn("#compare-labels");

    window.waitUntil(() -> masses().barsProperty().get().size() == 3);
    window.waitUntil(() -> masses().barsProperty().get().stream().noneMatch(bar -> isOpen(bar)));
    var rows = Fx.get(() -> masses().barsProperty().get());
    assertEquals(1, rows.stream().mapToDouble(row -> row.a()).sum(), 1e-6);
    assertEquals(1, rows.stream().mapToDouble(row -> row.b()).sum(), 1e-6);
    assertTrue(window.text("compare-labels-sentence").contains("changes most"));
    assertTrue(Fx.get(() -> masses().getAccessibleText()).contains("the right answer"));
  }

  private static boolean isOpen(PairBar bar) {
    return Double.isNaN(bar.a()) || Double.isNaN(bar.b());
  }

  private PairBars masses() {
    return window.find("compare-label-masses", PairBars.class);
  }

  @Test
  void answersAreComparedUntilTheNextEditCancelsThem() throws Exception {
    Fx.run(
        () -> {
          compare.b().textProperty().set("She saw a little");
          window.playground().distribution().answers().budgetProperty().set(40);
        });

    window.robot().clickOn("#compare-answers");
    waitForAnswers();

    var bars = Fx.get(() -> compare.pairedAnswers().rowsProperty().get());
    assertTrue(bars.stream().noneMatch(CompareFxTest::isOpen), bars.toString());
    assertTrue(window.text("compare-a-answers").contains("not expanded"));

    Fx.run(
        () -> {
          window.playground().distribution().answers().budgetProperty().set(100_000);
          compare.b().textProperty().set("She saw a huge");
          compare.b().textProperty().set("She saw a big");
          window.playground().distribution().answers().budgetProperty().set(40);
        });
    waitForAnswers();

    window.waitUntil(() -> window.text("compare-answers-sentence").startsWith("No difference"));
  }

  private void waitForAnswers() throws Exception {
    window.waitUntil(
        () ->
            List.of(compare.a(), compare.b()).stream().allMatch(side -> side.answers().hasEnded())
                && compare.pairedAnswers().rowsProperty().get().stream()
                    .noneMatch(CompareFxTest::isOpen));
  }

  @Test
  void theSessionKeepsBothSides() throws Exception {
    Fx.run(
        () -> {
          compare.a().textProperty().set("He saw a big");
          compare.b().textProperty().set("She saw a little");
          compare.b().sampling().topKProperty().set(3);
          compare.comparedProperty().set(Compared.LABELS);
        });
    Fx.settle();
    var kept = Fx.get(() -> compare.comparisonProperty().get());
    assertTrue(Fx.get(() -> window.session().dirtyProperty().get()));
    window.questions().choose(folder.resolve("two.kelvin"));

    Fx.run(() -> window.session().save());
    window.waitUntil(() -> !window.session().dirtyProperty().get());
    Fx.run(
        () -> {
          compare.restore(Comparison.NONE);
          compare.comparedProperty().set(Compared.TOKEN);
        });
    Fx.settle();
    window.questions().answer(Unsaved.LET_GO);
    Fx.run(() -> window.session().openFile(folder.resolve("two.kelvin")));

    window.waitUntil(() -> compare.comparedProperty().get() == Compared.LABELS);
    assertEquals(kept, Fx.get(() -> compare.comparisonProperty().get()));
  }

  private String sentence() {
    return Fx.get(() -> window.find("compare-difference", DifferenceBars.class))
        .getAccessibleText();
  }

  /// The difference once it is of these prompts.
  private DifferencePicture difference(String a, String b) throws Exception {
    window.waitUntil(
        () ->
            compare.a().textProperty().get().equals(a)
                && compare.b().textProperty().get().equals(b)
                && !compare.a().staleProperty().get()
                && !compare.b().staleProperty().get()
                && compare.differenceProperty().get() != null
                && isOf(compare.a())
                && isOf(compare.b()));
    return Fx.get(() -> compare.differenceProperty().get());
  }

  /// True if the shown distribution of a side is one of the two that are compared.
  private boolean isOf(SideViewModel side) {
    var shown = side.pictureProperty().get().distribution().scaled();
    var difference = compare.differenceProperty().get();
    return difference.live().equals(shown) || difference.pinned().scaled().equals(shown);
  }
}
