package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import kelvin.engine.ContextToken;
import kelvin.engine.ContinuationText;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Tokens that were drawn are selected by mouse like any text. Otherwise nobody can read off how
/// probable a piece of the continuation was.
class DrawnSelectionFxTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing(PROMPT);

  private final OpenWindow window;

  DrawnSelectionFxTest(OpenWindow window) {
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

  @Test
  void aDragOverDrawnTokensSpellsOutTheirChainRule() throws Exception {
    drag(before(drawn().spans().get(1).start()), before(drawn().spans().get(2).end()));
    window.waitForAnswer();

    assertTheSecondAndThirdAreSelected();
  }

  @Test
  void shiftAndAClickSelectDrawnTokensToo() throws Exception {
    Fx.run(
        () -> {
          area().requestFocus();
          area().positionCaret(PROMPT.length() + drawn().spans().get(1).start());
        });
    window.waitForAnswer();

    shiftClick(before(drawn().spans().get(2).end()));
    window.waitForAnswer();

    assertTheSecondAndThirdAreSelected();
  }

  @Test
  void aStepEndsTheSelection() throws Exception {
    drag(before(drawn().spans().get(1).start()), before(drawn().spans().get(2).end()));
    window.waitForAnswer();
    assertTrue(window.isShown("chain-joint"));

    window.robot().clickOn("#step");
    window.waitUntil(() -> window.tokenCount() == 14);

    assertEquals("", Fx.get(() -> area().getSelectedText()));
    assertEquals("whole text · 14 tokens, 5 generated", window.text("scope"));
    assertFalse(window.isShown("chain-joint"));
  }

  @Test
  void aStepAtTheEndCountsInTheScope() throws Exception {
    assertEquals("whole text · 13 tokens, 4 generated", window.text("scope"));

    window.robot().clickOn("#step");
    window.waitUntil(() -> window.tokenCount() == 14);

    assertEquals("whole text · 14 tokens, 5 generated", window.text("scope"));
  }

  private void assertTheSecondAndThirdAreSelected() throws Exception {
    var spans = drawn().spans();
    var words = drawn().text().substring(spans.get(1).start(), spans.get(2).end());
    assertEquals(words, Fx.get(() -> area().getSelectedText()));
    assertEquals("selection · 2 tokens", window.text("scope"));
    var rule =
        Fx.get(
            () -> window.playground().prompt().numbers().chainRuleProperty().get().orElseThrow());
    assertEquals(List.of(10, 11), rule.tokens().stream().map(ContextToken::position).toList());
    var steps = window.steps();
    assertEquals(
        steps.get(1).numbers().surprisal() + steps.get(2).numbers().surprisal(),
        -rule.score().totalLogProbability(),
        1e-9);
    assertEquals(rule.joint(), window.text("chain-joint"));
  }

  /// The place in the window before the letter at an index of the continuation.
  private Point2D before(int index) {
    return Fx.get(
        () -> {
          var skin = (TextAreaSkin) area().getSkin();
          int at = PROMPT.length() + index;
          boolean isEnd = at == area().getLength();
          var box = skin.getCharacterBounds(isEnd ? at - 1 : at);
          double x = isEnd ? box.getMaxX() - 1 : box.getMinX() + 1;
          return area().localToScene(x, box.getMinY() + box.getHeight() / 2);
        });
  }

  private void drag(Point2D from, Point2D to) {
    fire(MouseEvent.MOUSE_PRESSED, from, false);
    fire(MouseEvent.MOUSE_DRAGGED, to, false);
    fire(MouseEvent.MOUSE_RELEASED, to, false);
  }

  private void shiftClick(Point2D at) {
    fire(MouseEvent.MOUSE_PRESSED, at, true);
    fire(MouseEvent.MOUSE_RELEASED, at, true);
  }

  /// The headless robot's presses know no modifier keys, and a text area takes them for touches,
  /// which do not select.
  private void fire(EventType<MouseEvent> type, Point2D at, boolean shift) {
    Fx.run(
        () -> {
          area()
              .fireEvent(
                  new MouseEvent(
                      type,
                      at.getX(),
                      at.getY(),
                      at.getX(),
                      at.getY(),
                      MouseButton.PRIMARY,
                      1,
                      shift,
                      false,
                      false,
                      false,
                      type != MouseEvent.MOUSE_RELEASED,
                      false,
                      false,
                      false,
                      false,
                      true,
                      null));
        });
    Fx.settle();
  }
}
