package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.engine.ContinuationText;
import kelvin.ui.plot.StepSeries;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The prompt and its continuation are one text, for reading and for editing. Otherwise nobody can
/// read the text that the model wrote.
class RunningTextFxTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing(PROMPT);

  private final OpenWindow window;

  RunningTextFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void drawFourTokens() throws Exception {
    window.draw(4);
    assertEquals(13, window.tokenCount());
  }

  private ContinuationText drawn() {
    return Fx.get(() -> window.playground().generation().textProperty().get());
  }

  private TextArea area() {
    return window.find("prompt", TextArea.class);
  }

  private String shown() {
    return Fx.get(() -> area().getText());
  }

  private String prompt() {
    return Fx.get(() -> window.playground().prompt().textProperty().get());
  }

  private void caretTo(int index) {
    Fx.run(
        () -> {
          area().requestFocus();
          area().positionCaret(index);
        });
  }

  @Test
  void theTextThatWasDrawnStandsBehindThePrompt() {
    assertEquals(PROMPT + drawn().text(), shown());
    assertEquals(PROMPT, prompt());
    assertEquals(4, drawn().spans().size());
  }

  @Test
  void theArrowKeysLookAtADrawnTokenAndComeBackToTheEnd() throws Exception {
    caretTo(PROMPT.length() + drawn().spans().get(2).start());
    window.waitForAnswer();

    assertEquals(2, Fx.get(() -> window.playground().generation().selectedProperty().get()));
    assertEquals("Token 12 of 13", window.text("step-count"));
    assertTrue(window.isShown("return-to-end"));

    window.robot().push(KeyCode.CONTROL, KeyCode.END);
    window.waitForAnswer();

    assertEquals(-1, Fx.get(() -> window.playground().generation().selectedProperty().get()));
    assertFalse(window.isShown("return-to-end"));
  }

  @Test
  void aButtonLeadsBackToTheEnd() throws Exception {
    caretTo(3);
    window.waitForAnswer();

    window.robot().clickOn("#return-to-end");
    window.waitForAnswer();

    assertTrue(Fx.get(() -> window.playground().position().isEmpty()));
  }

  @Test
  void aClickOnTheTimelineLooksAtItsToken() throws Exception {
    Fx.settle();
    var series = window.find("series", StepSeries.class);
    var place = Fx.get(() -> series.localToScreen(40 + 24, 20));

    window.robot().clickOn(place, MouseButton.PRIMARY);
    window.waitForAnswer();

    assertEquals(1, Fx.get(() -> window.playground().generation().selectedProperty().get()));
    window.robot().push(KeyCode.RIGHT);
    window.waitForAnswer();
    assertEquals(2, Fx.get(() -> window.playground().generation().selectedProperty().get()));
  }

  @Test
  void typingInThePromptSetsTheContinuationAside() throws Exception {
    caretTo(PROMPT.length());

    window.robot().write("!");
    window.waitForAnswer();
    Fx.settle();

    assertEquals(PROMPT + "!", prompt());
    assertEquals(PROMPT + "!", shown());
    assertEquals(PROMPT.length() + 1, Fx.get(() -> area().getCaretPosition()));
    assertEquals(1, Fx.get(() -> window.session().branches().size()));
  }

  @Test
  void anEditOfTheContinuationMakesAllOfItThePrompt() throws Exception {
    var all = shown();
    caretTo(all.length());

    window.robot().write("!");
    window.waitForAnswer();
    Fx.settle();

    assertEquals(all + "!", prompt());
    assertEquals(all + "!", shown());
    assertTrue(window.steps().isEmpty());
    assertEquals(1, Fx.get(() -> window.session().branches().size()));
  }

  @Test
  void deletingTheWholeContinuationSetsItAside() throws Exception {
    var all = shown();
    Fx.run(
        () -> {
          area().requestFocus();
          area().selectRange(PROMPT.length(), area().getLength());
        });

    window.robot().push(KeyCode.DELETE);
    window.waitForAnswer();
    Fx.settle();

    assertEquals(PROMPT, prompt());
    assertEquals(PROMPT, shown());
    assertTrue(window.steps().isEmpty());
    assertEquals(1, Fx.get(() -> window.session().branches().size()));

    window.robot().push(KeyCode.CONTROL, KeyCode.Z);
    window.waitForAnswer();
    assertEquals(all, shown());
  }

  @Test
  void theContinuationBecomesPromptAndUndoBringsItBack() throws Exception {
    var all = shown();
    var before = window.steps();

    window.robot().push(KeyCode.CONTROL, KeyCode.J);
    window.waitForAnswer();
    assertEquals(all, prompt());
    assertEquals(all, shown());
    assertTrue(window.steps().isEmpty());

    window.robot().push(KeyCode.CONTROL, KeyCode.Z);
    window.waitForAnswer();
    assertEquals(PROMPT, prompt());
    assertEquals(before, window.steps());
    assertEquals(all, shown());
  }

  @Test
  void aSelectionOverBothIsCopiedAsItReads() throws Exception {
    Fx.run(
        () -> {
          area().requestFocus();
          area().selectRange(PROMPT.length() - 6, area().getLength());
        });

    window.robot().push(KeyCode.CONTROL, KeyCode.C);

    assertEquals(
        "little" + drawn().text(), Fx.get(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void backTakesTheLastTokenOffTheText() throws Exception {
    var three = drawn().text().substring(0, drawn().spans().get(3).start());

    window.robot().clickOn("#back");
    window.waitUntil(() -> window.tokenCount() == 12);

    assertEquals(PROMPT + three, shown());
  }

  @Test
  void theModelGetsTheTextThatIsShown() throws Exception {
    window.type("a\rb");
    window.waitForAnswer();

    assertEquals("ab", prompt());
    assertEquals("ab", shown());
  }

  @Test
  void lookingBackStopsPlaying() throws Exception {
    window.robot().clickOn("#play");
    window.waitUntil(() -> window.steps().size() >= 6);

    caretTo(3);
    window.waitForAnswer();

    assertFalse(Fx.get(() -> window.playground().generation().playingProperty().get()));
    assertTrue(Fx.get(() -> window.playground().position().isPresent()));
  }
}
