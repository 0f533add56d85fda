package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Composing a few-shot prompt while the distribution of the answer follows.
class FewShotFxTest {

  private OpenWindow window;

  @BeforeEach
  void compose() throws Exception {
    window = OpenWindow.onBundledModel("Once upon a time", 1280, 800);
    window.waitForAnswer();
    window.robot().clickOn("#compose-few-shot");
    window.waitForAnswer();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theShotsSliderChangesThePromptAndTheAnswer() throws Exception {
    var slider = window.find("shots", Slider.class);
    OpenWindow.onFx(
        () -> {
          slider.requestFocus();
          slider.setValue(0);
          return true;
        });
    window.waitForAnswer();
    assertEquals("Q: happy\nA:", prompt());
    double zeroShot = probabilityOf(" sad");

    window.robot().push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    window.waitForAnswer();

    assertEquals("Q: hot\nA: cold\nQ: big\nA: small\nQ: happy\nA:", prompt());
    assertTrue(probabilityOf(" sad") > zeroShot);
  }

  @Test
  void anExampleIsAddedTypedAndMuted() throws Exception {
    window.robot().clickOn("#add-example").write("in").push(KeyCode.TAB).write("out");
    window.waitForAnswer();
    assertTrue(prompt().contains("Q: in\nA: out\n"), prompt());

    OpenWindow.onFx(
        () -> {
          window.playground().prompt().fewShot().rows().getLast().usedProperty().set(false);
          return true;
        });
    window.waitForAnswer();

    assertTrue(!prompt().contains("out"), prompt());
  }

  @Test
  void examplesMoveByKeyboard() throws Exception {
    var rows = window.playground().prompt().fewShot().rows();
    OpenWindow.onFx(
        () -> {
          window.playground().prompt().fewShot().move(rows.get(1), -1);
          return true;
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
    return OpenWindow.onFx(() -> window.playground().prompt().textProperty().get());
  }

  private double probabilityOf(String token) {
    return OpenWindow.onFx(
        () -> {
          var picture =
              Objects.requireNonNull(window.playground().distribution().pictureProperty().get());
          window.playground().watch().watch(token);
          int id = window.playground().watch().rows().getFirst().tokenIds().getFirst();
          return picture.own().probabilityOfToken(id);
        });
  }
}
