package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import kelvin.display.Shading;
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

  /// Colours of the screen have 256 steps.
  private static final double ONE_STEP = 1.5 / 255;

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing(PROMPT);

  private final OpenWindow window;

  HeatStripFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void shiftAndArrowsInThePromptSpellOutTheChainRule() throws Exception {
    caretTo("Once".length());

    window.robot().press(KeyCode.SHIFT);
    IntStream.range(0, " upon a".length()).forEach(_ -> window.robot().push(KeyCode.RIGHT));
    window.robot().release(KeyCode.SHIFT);
    window.waitForAnswer();

    assertEquals("p(␣upon ␣a | <|startoftext|> Once)", text("chain-joint"));
    var rule = chainRule();
    double product =
        rule.tokens().stream()
            .mapToDouble(token -> token.score().orElseThrow().probability())
            .reduce(1, (a, b) -> a * b);
    assertEquals(product, Math.exp(rule.score().totalLogProbability()), 1e-12);
    assertEquals(Numbers.threeDigits(rule.score().loss() / Math.log(2)), text("loss"));
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
    assertTrue(copied.startsWith("p(Once ␣upon | <|startoftext|>)\n"), copied);
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
  void generatedTokensAreSelectedLikeThoseOfThePrompt() throws Exception {
    generate(4);
    var spans = Fx.get(() -> window.playground().generation().textProperty().get().spans());
    caretTo(PROMPT.length() + spans.get(1).start());

    window.robot().press(KeyCode.SHIFT);
    IntStream.range(spans.get(1).start(), spans.get(3).end())
        .forEach(_ -> window.robot().push(KeyCode.RIGHT));
    window.robot().release(KeyCode.SHIFT);
    window.waitForAnswer();

    assertEquals(3, chainRule().tokens().size());
    assertEquals(10, chainRule().tokens().getFirst().position());
    assertEquals(
        window.steps().get(2).numbers().surprisal(),
        chainRule().tokens().get(1).score().orElseThrow().surprisal(),
        1e-12);
  }

  @Test
  void generatedTokensAreShadedByTheSameNumbersAndScaleAsThePrompt() throws Exception {
    generate(2);
    var steps = window.steps();
    var spans = Fx.get(() -> window.playground().generation().textProperty().get().spans());
    var numbers = Fx.get(() -> window.playground().prompt().numbers().scoreProperty().get());
    assertEquals(10, numbers.count());
    for (var shading : new Shading[] {Shading.SURPRISAL, Shading.ENTROPY}) {
      Fx.run(
          () -> {
            window.playground().prompt().shadingProperty().set(shading);
          });
      var picture = window.picture();
      for (int i = 0; i < 2; i++) {
        double shade = Shades.of(shading, steps.get(i).numbers());
        assertColour(
            expected(shade), colourBehind(picture, PROMPT.length() + spans.get(i).start()));
      }
    }
  }

  /// The colour of a shade on the ramp of the legend, as it looks on the card.
  private Color expected(double shade) {
    return Fx.get(
        () -> {
          var legend = (Region) window.root().lookup(".heat-ramp");
          var ramp = legend.getBackground().getFills().getFirst().getFill();
          return HeatScale.at(ramp, shade);
        });
  }

  /// The colour above the letter at an index of the text, where the shade shows alone.
  private Color colourBehind(Image picture, int index) {
    return Fx.get(
        () -> {
          var area = window.find("prompt", TextArea.class);
          var box = ((TextAreaSkin) area.getSkin()).getCharacterBounds(index);
          var at = area.localToScene(box.getMinX() + box.getWidth() / 2, box.getMinY() + 2);
          return picture.getPixelReader().getColor((int) at.getX(), (int) at.getY());
        });
  }

  private static void assertColour(Color expected, Color actual) {
    assertEquals(expected.getRed(), actual.getRed(), ONE_STEP, "red");
    assertEquals(expected.getGreen(), actual.getGreen(), ONE_STEP, "green");
    assertEquals(expected.getBlue(), actual.getBlue(), ONE_STEP, "blue");
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
          var area = window.find("prompt", TextArea.class);
          area.requestFocus();
          area.positionCaret(index);
        });
  }

  private void generate(int steps) throws Exception {
    for (int step = 1; step <= steps; step++) {
      int expected = 9 + step;
      window.robot().clickOn("#step");
      window.waitUntil(() -> window.tokenCount() == expected);
    }
  }

  private String text(String id) throws Exception {
    return window.text(id);
  }
}
