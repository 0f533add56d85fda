package kelvin.ui.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import kelvin.inference.StartToken;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Tests typing, selecting an earlier position, and prompts of every kind.
class PromptFxTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing(PROMPT);

  private final OpenWindow window;

  PromptFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void typingAPromptShowsItsDistributionAndItsTokens() throws Exception {
    var before = window.shown();

    window.robot().clickOn("#prompt").push(KeyCode.CONTROL, KeyCode.END).write(" girl named");
    window.waitUntil(() -> window.tokenCount() == 11);

    assertEquals(PROMPT + " girl named", window.playground().prompt().textProperty().get());
    assertNotEquals(before.logits(), window.shown().logits());
    assertEquals(10, window.playground().prompt().tokensProperty().get().size());
    assertEquals("context 11 of 512 tokens", window.text("status-context"));
  }

  @Test
  void theCaretInTheTextShowsTheDistributionOfTheTokenThere() throws Exception {
    Fx.run(
        () -> {
          window.find("prompt", javafx.scene.control.TextArea.class).positionCaret(6);
        });
    window.waitForAnswer();

    var shown = window.shown();
    int standing = shown.logits().tokenAtRank(shown.mark().rank().orElseThrow());
    assertEquals("␣upon", shown.tokenText().apply(standing));
    assertEquals("here", shown.mark().word());
  }

  @Test
  void anEmptyPromptShowsWhatComesAfterTheStartToken() throws Exception {
    window.type("");
    window.waitUntil(() -> window.tokenCount() == 1);

    assertEquals("<|startoftext|>", window.text("start-token"));
    assertTrue(window.shown().own().probability(1) > 0);
    assertEquals("–", window.text("loss"));
  }

  @Test
  void thePromptCanDoWithoutItsStartToken() throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().startTokenChoiceProperty().set(StartToken.NEVER);
        });
    window.waitUntil(() -> window.tokenCount() == 8);

    assertEquals("", window.text("start-token"));
  }

  @Test
  void aPromptThatIsTooLongSaysByHowMuchAndStays() throws Exception {
    var text = "one two three ".repeat(400);
    Fx.run(
        () -> {
          window.playground().prompt().textProperty().set(text);
        });
    window.waitUntil(() -> tooLong().isPresent());

    assertEquals(text, window.playground().prompt().textProperty().get());
    assertTrue(tooLong().orElseThrow().matches("The prompt has .* more than .* of 512\\."));

    window.type("");
    window.waitUntil(() -> window.tokenCount() == 1);
    window.waitUntil(() -> tooLong().isEmpty());
  }

  /// The sentence of the check that tells how much too long the prompt is.
  private Optional<String> tooLong() {
    return Fx.get(
        () ->
            window.root().lookupAll(".label").stream()
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .filter(words -> words.startsWith("The prompt has"))
                .findFirst());
  }

  @Test
  void oddCharactersAreAnswered() throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().textProperty().set("e\u0301 😀 \u0000 \uD83D x");
        });
    window.waitForAnswer();

    assertTrue(window.playground().prompt().problemProperty().get().isEmpty());
    assertTrue(window.tokenCount() > 5);
  }
}
