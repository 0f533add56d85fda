package kelvin.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import kelvin.ui.playground.Page;
import kelvin.ui.plot.bars.DifferenceBars;
import kelvin.ui.plot.bars.DifferencePicture;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two prompts side by side in the real window, on the bundled model.
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
    window.robot().push(KeyCode.ALT, KeyCode.DIGIT2);
    window.waitUntil(() -> window.playground().pages().pageProperty().get() == Page.COMPARE);
  }

  @Test
  void theDifferenceIsThatOfTheTwoAnswers() throws Exception {
    window.robot().clickOn("#compare-right-text").write("She saw a little");
    var shown = difference("She saw a little");

    var left = window.shown().distribution().scaled();
    var right = Fx.get(() -> compare.pictureProperty().get().distribution().scaled());
    double kl = 0;
    for (int token = 0; token < left.count(); token++) {
      double p = left.probabilityOfToken(token);
      double q = right.probabilityOfToken(token);
      kl += p * StrictMath.log(p / q);
    }
    assertTrue(kl > 0.01, "KL " + kl);
    assertEquals(kl, shown.divergence().kl(), 1e-9);
    var words =
        Fx.get(() -> window.find("compare-difference", DifferenceBars.class).getAccessibleText());
    assertTrue(words.contains("KL(left ‖ right)"), words);
  }

  @Test
  void theRightAnswerIsTheOneThatThePlaygroundWouldGive() throws Exception {
    Fx.run(() -> compare.textProperty().set("She saw a little"));
    difference("She saw a little");
    var beside = Fx.get(() -> compare.pictureProperty().get().own());

    window.type("She saw a little");
    window.waitForAnswer();

    var alone = window.shown().own();
    for (int rank = 1; rank <= 20; rank++) {
      assertEquals(alone.logits().tokenAtRank(rank), beside.logits().tokenAtRank(rank));
      assertEquals(alone.probability(rank), beside.probability(rank), 1e-6);
    }
  }

  @Test
  void thePlaygroundsPromptIsTakenOverAndDiffersInNothing() throws Exception {
    window.robot().clickOn("#compare-copy");

    var shown = difference("She saw a big");

    assertEquals(0, shown.divergence().kl(), 1e-9);
    assertEquals("She saw a big", window.find("compare-left-text", TextArea.class).getText());
  }

  @Test
  void theSessionKeepsTheRightPrompt() throws Exception {
    Fx.run(() -> compare.textProperty().set("She saw a little"));
    window.questions().choose(folder.resolve("two.kelvin"));

    Fx.run(() -> window.session().save());
    window.waitUntil(() -> !window.session().dirtyProperty().get());
    Fx.run(() -> compare.textProperty().set(""));
    Fx.run(() -> window.session().openSession(folder.resolve("two.kelvin")));

    window.waitUntil(() -> compare.textProperty().get().equals("She saw a little"));
  }

  /// The difference once it is of this prompt.
  private DifferencePicture difference(String right) throws Exception {
    window.waitUntil(
        () ->
            compare.textProperty().get().equals(right)
                && !compare.staleProperty().get()
                && compare.differenceProperty().get() != null
                && compare
                    .differenceProperty()
                    .get()
                    .live()
                    .equals(compare.pictureProperty().get().distribution().scaled()));
    return Fx.get(() -> compare.differenceProperty().get());
  }
}
