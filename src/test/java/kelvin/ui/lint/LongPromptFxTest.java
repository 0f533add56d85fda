package kelvin.ui.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import kelvin.display.Theme;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.PictureFile;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests prompts that are longer than the context. If these fail, a user is not told once, beside
/// the text, or cannot make it fit by one press.
class LongPromptFxTest {

  private static final String LONG = "Once upon a time there was a cat. ".repeat(70).strip();

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  LongPromptFxTest(OpenWindow window) {
    this.window = window;
  }

  private void typeTooMuch() throws Exception {
    window.type(LONG);
    window.waitUntil(() -> fix().isPresent());
  }

  private Optional<Button> fix() {
    return Optional.ofNullable((Button) window.root().lookup("#fix-context-nearly-full"));
  }

  /// The sentences in the window that say why the prompt has no numbers.
  private List<String> said() {
    return Fx.get(
        () ->
            window.root().lookupAll(".label").stream()
                .filter(LongPromptFxTest::isShown)
                .map(node -> Objects.requireNonNullElse(((Labeled) node).getText(), ""))
                .filter(text -> text.contains("model's context") || text.contains("too long"))
                .toList());
  }

  private static boolean isShown(Node node) {
    return node instanceof Labeled
        && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
  }

  @Test
  void itIsSaidOnceWithTheNumberOfTokensTooMany() throws Exception {
    typeTooMuch();

    var sentences = said();
    assertEquals(1, sentences.size(), sentences::toString);
    assertTrue(
        sentences.getFirst().matches("The prompt has 700 tokens, 188 more than .* of 512."),
        sentences::toString);
  }

  @Test
  void itIsSaidOnceWithLabelsToo() throws Exception {
    Fx.run(
        () -> {
          var labels = new Answers(List.of(" girl", " boy"), Optional.empty(), false);
          window.playground().prompt().composer().answers().set(labels);
        });
    typeTooMuch();

    var sentences = said();
    assertEquals(1, sentences.size(), sentences::toString);
    assertTrue(sentences.getFirst().startsWith("The prompt and its labels have"));
  }

  @Test
  void oneButtonLeavesOutTheBeginningAndUndoBringsItBack() throws Exception {
    typeTooMuch();

    Fx.run(() -> fix().orElseThrow().fire());
    window.waitForAnswer();

    var left = Fx.get(() -> window.playground().prompt().textProperty().get());
    assertTrue(LONG.endsWith(left));
    assertEquals(512, window.tokenCount());
    var undone = Fx.get(() -> window.session().undoNameProperty().get());
    assertEquals("leave out the first 188 tokens", undone);

    Fx.run(() -> window.session().undo());

    assertEquals(LONG, Fx.get(() -> window.playground().prompt().textProperty().get()));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theButtonIsInSight(Theme theme) throws Exception {
    window.show(theme);
    typeTooMuch();

    PictureFile.save(window.picture(), "long-prompt-" + theme);
    assertTrue(window.isShown("fix-context-nearly-full"));
  }
}
