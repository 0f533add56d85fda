package kelvin.ui.compose.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.prompt.chat.Chats;
import kelvin.ui.playground.Page;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, a user cannot talk to a model in the window, or not by keyboard.
class ChatFxTest {

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing("Once");

  private static final String START = "<|startoftext|>";

  @TempDir static Path folder;

  private final OpenWindow window;

  ChatFxTest(OpenWindow window) {
    this.window = window;
  }

  /// A toy model whose template writes brackets and the start token of its tokenizer.
  private static Path model() throws IOException {
    var model = ToyFolder.write(folder.resolve("toy"), ToyModel.small(1));
    Files.writeString(model.resolve("chat_template.jinja"), Chats.BRACKETS);
    Files.writeString(model.resolve("tokenizer_config.json"), "{\"bos_token\": \"" + START + "\"}");
    return model;
  }

  private void openChat() throws Exception {
    window.robot().clickOn("#compose-chat");
    window.open(model());
    window.waitUntil(() -> prompt().startsWith(START));
    window.waitForAnswer();
  }

  private String prompt() {
    return Fx.get(() -> window.playground().prompt().textProperty().get());
  }

  @Test
  void aChatIsTypedByKeyboardAndComparedWithPlainText() throws Exception {
    openChat();
    window.robot().clickOn(".turn-cell .wrapped-field").push(KeyCode.CONTROL, KeyCode.A);
    window.robot().write("Hi").push(KeyCode.ALT, KeyCode.ENTER).write("Yes");
    window.robot().push(KeyCode.ALT, KeyCode.ENTER).write("Why");
    window.waitForAnswer();
    assertEquals(
        START + "[user]Hi[end]\n[assistant]Yes[end]\n[user]Why[end]\n[assistant]", prompt());
    // The template wrote the start token, and nothing was put before it.
    assertEquals("", Fx.get(() -> window.playground().prompt().startTokenProperty().get()));

    window.robot().push(KeyCode.CONTROL, KeyCode.DELETE).push(KeyCode.CONTROL, KeyCode.DELETE);
    window.waitForAnswer();
    assertEquals(START + "[user]Hi[end]\n[assistant]", prompt());
    Fx.run(window.session()::undo);
    window.waitForAnswer();
    assertTrue(prompt().contains("[assistant]Yes[end]"), prompt());
    Fx.run(window.session()::redo);
    window.waitForAnswer();

    // The tooltip of the turn lies over what stands below, until the pointer is elsewhere.
    window.robot().moveTo("#compose-chat");
    window.waitUntil(() -> Window.getWindows().stream().noneMatch(Tooltip.class::isInstance));
    window.robot().clickOn("#compare-template");
    assertEquals(Page.COMPARE, Fx.get(() -> window.playground().pages().pageProperty().get()));
    var compare = window.playground().pages().compare();
    assertEquals("User: Hi\nAssistant:", Fx.get(() -> compare.b().textProperty().get()));
    window.waitUntil(() -> compare.differenceProperty().get() != null);
  }

  @Test
  void nothingBeginsAnAnswerWhileTheLastTurnIsContinued() throws Exception {
    openChat();
    var begins = window.find("chat-begins-answer", CheckBox.class);
    var continues = window.find("chat-continues-last", CheckBox.class);
    assertFalse(Fx.get(begins::isDisabled));
    Fx.run(continues::fire);
    assertTrue(Fx.get(begins::isDisabled));
    Fx.run(continues::fire);
    assertFalse(Fx.get(begins::isDisabled));
    assertTrue(Fx.get(begins::isSelected));
  }

  @Test
  void theBundledModelIsNoModelForChatsAndSaysSo() throws Exception {
    window.robot().clickOn("#compose-chat");
    window.waitUntil(() -> window.text("chat-problem").startsWith("This model has no chat"));
    assertEquals("", prompt());
    // Nothing is wrong with the model, so nothing is red, and it is said beside the turns only.
    assertFalse(
        Fx.get(() -> window.find("chat-problem", Label.class).getStyleClass().contains("problem")));
    assertFalse(window.isShown("prompt-problem"));

    // The sentence moves what stands below it, so the button is pressed by keyboard.
    Fx.run(window.find("chat-as-plain", Button.class)::requestFocus);
    window.robot().push(KeyCode.SPACE);
    window.waitUntil(() -> prompt().startsWith("User:"));
    window.waitForAnswer();

    assertEquals("User: What is the capital of France?\nAssistant:", prompt());
    assertTrue(Fx.get(() -> window.find("chat-plain", CheckBox.class).isSelected()));
  }
}
