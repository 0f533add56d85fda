package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import kelvin.display.Shading;
import kelvin.text.IndexRange;
import kelvin.ui.control.Numbers;
import kelvin.ui.prompt.ChainRule;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The shaded text, its numbers and the chain rule, by keyboard and by mouse, on the bundled model.
class HeatStripFxTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing(PROMPT);

  private final OpenWindow window;

  HeatStripFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void shiftAndArrowsInThePromptSpellOutTheChainRule() throws Exception {
    caretTo(" upon".length() + "Once".length());

    window.robot().press(KeyCode.SHIFT);
    IntStream.range(0, " a time".length()).forEach(_ -> window.robot().push(KeyCode.RIGHT));
    window.robot().release(KeyCode.SHIFT);
    window.waitForAnswer();

    assertEquals("p(␣a ␣time | <|endoftext|> Once ␣upon)", text("chain-joint"));
    var rule = chainRule();
    double product =
        rule.tokens().stream()
            .mapToDouble(token -> token.score().orElseThrow().probability())
            .reduce(1, (a, b) -> a * b);
    assertEquals(product, Math.exp(rule.score().totalLogProbability()), 1e-12);
    assertEquals(Numbers.threeDigits(rule.score().loss()), text("loss"));
    assertTrue(text("scope").startsWith("selection · 2 tokens"));
  }

  @Test
  void theChainRuleIsCopiedAsText() throws Exception {
    Fx.run(
        () -> {
          window.find("prompt", TextArea.class).selectRange(0, 9);
        });

    // The button's place is known after the layout of what was selected.
    Fx.settle();
    window.robot().clickOn("#copy-chain-rule");
    Fx.waitUntil(() -> Clipboard.getSystemClipboard().hasString());

    var copied = Fx.get(() -> Clipboard.getSystemClipboard().getString());
    assertEquals(chainRule().text(), copied);
    assertTrue(copied.startsWith("p(Once ␣upon | <|endoftext|>)\n"), copied);
  }

  @Test
  void theTokenAtTheCaretIsDescribed() throws Exception {
    caretTo(6);
    window.waitForAnswer();

    var words = text("caret-token");
    assertTrue(words.startsWith("␣upon\nid "), words);
    assertTrue(words.contains(" · position 2\nmodel (τ = 1) "), words);
    assertTrue(words.contains(" bits\nrank "), words);
    assertEquals(words, Fx.get(() -> window.find("prompt", TextArea.class).getAccessibleHelp()));
    assertEquals("up to “␣upon” · 3 of 9 tokens", text("scope"));
  }

  @Test
  void shiftAndArrowsSelectARunOfGeneratedTokens() throws Exception {
    generate(4);
    Fx.run(
        () -> {
          var steps = window.find("steps", ListView.class);
          steps.requestFocus();
          steps.getSelectionModel().select(1);
        });
    window.waitForAnswer();

    window.robot().press(KeyCode.SHIFT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    window.robot().release(KeyCode.SHIFT);
    window.waitForAnswer();

    assertEquals(
        new IndexRange(1, 4), Fx.get(() -> window.playground().generation().runProperty().get()));
    assertEquals(3, chainRule().tokens().size());
    assertEquals(10, chainRule().tokens().getFirst().position());
    assertEquals(
        window.steps().get(2).numbers().surprisal(),
        chainRule().tokens().get(1).score().orElseThrow().surprisal(),
        1e-12);
  }

  @Test
  void shiftAndAClickSelectARunToo() throws Exception {
    generate(4);
    window.robot().clickOn(chip(0));
    window.waitForAnswer();

    // The headless robot's clicks know no modifier keys.
    Fx.run(
        () -> {
          Event.fireEvent(chip(2), shiftPress());
        });
    window.waitForAnswer();

    assertEquals(
        new IndexRange(0, 3), Fx.get(() -> window.playground().generation().runProperty().get()));
  }

  @Test
  void generatedTokensAreShadedByTheSameNumbersAndScaleAsThePrompt() throws Exception {
    generate(2);
    var steps = window.steps();
    var numbers = Fx.get(() -> window.playground().prompt().numbers().scoreProperty().get());
    assertEquals(10, numbers.count());
    for (var shading : new Shading[] {Shading.SURPRISAL, Shading.ENTROPY}) {
      Fx.run(
          () -> {
            window.playground().prompt().shadingProperty().set(shading);
          });
      window.picture();
      double shade = Shades.of(shading, steps.getFirst().numbers());
      var fill = Fx.get(() -> ((Region) chip(0)).getBackground().getFills().getFirst().getFill());
      var expected =
          Fx.get(
              () ->
                  HeatScale.at(
                      ((Region) window.root().lookup(".heat-ramp"))
                          .getBackground()
                          .getFills()
                          .getFirst()
                          .getFill(),
                      shade));
      assertEquals(expected, (Color) fill);
    }
  }

  @Test
  void theLegendOfRanksCountsEachClass() throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().shadingProperty().set(Shading.RANK);
        });

    var counts = Fx.get(() -> window.playground().prompt().numbers().rankCountsProperty().get());
    assertEquals(8, counts.values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(
        Numbers.count(counts.getOrDefault(RankClass.TOP_10, 0)), text("rank-class-top_10"));
    Fx.run(
        () -> {
          window.playground().prompt().shadingProperty().set(Shading.NONE);
        });
    assertFalse(Fx.get(() -> window.root().lookup(".heat-ramp") != null));
  }

  private ChainRule chainRule() {
    return Fx.get(
        () -> window.playground().prompt().numbers().chainRuleProperty().get().orElseThrow());
  }

  private void caretTo(int index) {
    Fx.run(
        () -> {
          window.find("prompt", TextArea.class).positionCaret(index);
        });
  }

  private void generate(int steps) throws Exception {
    for (int step = 1; step <= steps; step++) {
      int expected = 9 + step;
      window.robot().clickOn("#step");
      window.waitUntil(() -> window.tokenCount() == expected);
    }
  }

  private Node chip(int index) {
    return Fx.get(
        () ->
            window.find("steps", Node.class).lookupAll(".heat-chip").stream()
                .filter(node -> text(node).equals(window.steps().get(index).visibleText()))
                .findFirst()
                .orElseThrow());
  }

  private static MouseEvent shiftPress() {
    return new MouseEvent(
        MouseEvent.MOUSE_PRESSED,
        0,
        0,
        0,
        0,
        MouseButton.PRIMARY,
        1,
        true,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  private static String text(Node node) {
    return ((Labeled) node).getText();
  }

  private String text(String id) throws Exception {
    return window.text(id);
  }
}
