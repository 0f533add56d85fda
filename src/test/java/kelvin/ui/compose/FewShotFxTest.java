package kelvin.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Composes a few-shot prompt and expects the distribution of the answer to follow.
class FewShotFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  FewShotFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void compose() throws Exception {
    window.robot().clickOn("#compose-few-shot");
    window.waitForAnswer();
  }

  @Test
  void theShotsSliderChangesThePromptAndTheAnswer() throws Exception {
    var slider = window.find("shots", Slider.class);
    Fx.run(
        () -> {
          slider.requestFocus();
          slider.setValue(0);
        });
    window.waitForAnswer();
    assertEquals("Q: happy\nA:", prompt());
    double zeroShot = probabilityOf(" sad");

    window.robot().push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    window.waitForAnswer();

    assertEquals("Q: hot\nA: cold\nQ: big\nA: small\nQ: happy\nA:", prompt());
    assertEquals(0.934, zeroShot, 0.02);
    assertEquals(0.869, probabilityOf(" sad"), 0.02);
  }

  @Test
  void anExampleIsAddedTypedAndMuted() throws Exception {
    window.robot().clickOn("#add-example").write("in").push(KeyCode.TAB).write("out");
    window.waitForAnswer();
    assertTrue(prompt().contains("Q: in\nA: out\n"), prompt());

    Fx.run(
        () -> {
          window.playground().prompt().fewShot().rows().getLast().usedProperty().set(false);
        });
    window.waitForAnswer();

    assertTrue(!prompt().contains("out"), prompt());
  }

  @Test
  void examplesMoveByKeyboard() throws Exception {
    var rows = window.playground().prompt().fewShot().rows();
    Fx.run(
        () -> {
          window.playground().prompt().fewShot().move(rows.get(1), -1);
        });
    window.waitForAnswer();

    assertTrue(prompt().startsWith("Q: big\nA: small\nQ: hot"), prompt());
  }

  @Test
  void goingBackToTextKeepsBothWorks() throws Exception {
    window.robot().clickOn("#compose-text");
    window.waitForAnswer();
    assertEquals("Once upon a time", prompt());

    window.robot().clickOn("#compose-few-shot");
    window.waitForAnswer();
    assertTrue(prompt().endsWith("Q: happy\nA:"));
  }

  private String prompt() {
    return Fx.get(() -> window.playground().prompt().textProperty().get());
  }

  private double probabilityOf(String token) {
    return Fx.get(
        () -> {
          var picture =
              Objects.requireNonNull(window.playground().distribution().pictureProperty().get());
          window.playground().watch().watch(token);
          int id = window.playground().watch().rows().getFirst().tokenIds().getFirst();
          return picture.own().probabilityOfToken(id);
        });
  }
}
