package kelvin.ui.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import kelvin.distribution.Distribution;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Watching tokens by keyboard and by mouse, on the bundled model.
class WatchFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;

  WatchFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void open() throws Exception {
    window.robot().clickOn("#watch-field").write("man").push(KeyCode.ENTER);
    window.robot().write("cat").push(KeyCode.ENTER);
    window.waitUntil(() -> rows().stream().noneMatch(row -> row.history().isEmpty()));
  }

  @Test
  void typingAWordFollowsItWithAndWithoutItsSpace() {
    assertEquals(List.of("man", "␣man", "cat…", "␣cat"), labels());
    int id = rows().get(1).tokenIds().getFirst();
    var own = Distribution.of(window.shown().logits(), 1);
    assertEquals(
        own.probabilityOfToken(id), rows().get(1).numbers().orElseThrow().probability(), 1e-12);
  }

  @Test
  void itsHistoryIsTheModelsOwnProbabilityAtEachPositionWithoutARun() throws Exception {
    int runs = window.modelRuns();
    var history = rows().get(1).history();
    int id = rows().get(1).tokenIds().getFirst();

    assertEquals(window.tokenCount(), history.size());
    assertEquals(window.shown().own().probabilityOfToken(id), history.getLast(), 1e-12);
    Fx.run(
        () -> {
          window.find("prompt", javafx.scene.control.TextArea.class).requestFocus();
          window.find("prompt", javafx.scene.control.TextArea.class).positionCaret(6);
        });
    window.waitUntil(() -> window.playground().watch().positionProperty().get() == 1);

    assertEquals(window.shown().own().probabilityOfToken(id), history.get(1), 1e-12);
    assertEquals(runs, window.modelRuns());
  }

  @Test
  void rowsAreMovedOpenedJoinedSplitAndRemovedByKeyboard() throws Exception {
    Fx.run(
        () -> {
          window.find("watched-1", Node.class).requestFocus();
        });

    window.robot().push(KeyCode.ALT, KeyCode.UP);
    assertEquals(List.of("␣man", "man", "cat…", "␣cat"), labels());
    window.robot().push(KeyCode.J);
    assertEquals(List.of("␣man + man", "cat…", "␣cat"), labels());
    assertTrue(window.text("watched-numbers").startsWith("␣man + man  id "));
    window.robot().push(KeyCode.DOWN).push(KeyCode.DELETE);
    assertEquals(List.of("␣man + man", "␣cat"), labels());
    window.robot().push(KeyCode.UP).push(KeyCode.S);
    assertEquals(List.of("␣man", "man", "␣cat"), labels());
  }

  @Test
  void aRowDroppedOnAnotherIsJoinedWithIt() {
    drag(3, 1, 0.5);

    assertEquals(List.of("man", "␣man + ␣cat", "cat…"), labels());
    var numbers = rows().get(1).numbers().orElseThrow();
    var own = Distribution.of(window.shown().logits(), 1);
    double sum = rows().get(1).tokenIds().stream().mapToDouble(own::probabilityOfToken).sum();
    assertEquals(sum, numbers.probability(), 1e-12);
  }

  @Test
  void aRowDroppedBetweenOthersIsMovedThere() {
    drag(3, 0, 0.1);

    assertEquals(List.of("␣cat", "man", "␣man", "cat…"), labels());
  }

  @Test
  void aClickOpensARowAndItsCommandsWorkByMouse() {
    window.robot().clickOn("#watched-0");
    window.robot().clickOn("#remove-watched");

    assertEquals(List.of("␣man", "cat…", "␣cat"), labels());
  }

  @Test
  void aTextOfSeveralTokensSaysWhatIsFollowed() throws Exception {
    window.robot().clickOn("#watch-field").write("xyzzy").push(KeyCode.ENTER);
    window.waitUntil(() -> !rows().get(4).note().isEmpty());

    assertTrue(rows().get(4).note().contains("tokens here"), rows().get(4).note());
    assertTrue(rows().get(4).numbers().isPresent());
  }

  @Test
  void whatIsFollowedGoesOnInAnotherPrompt() throws Exception {
    var before = rows().get(1).numbers().orElseThrow();

    window.type("The big brown");
    window.waitForAnswer();
    window.waitUntil(() -> rows().get(1).history().size() == window.tokenCount());

    int id = rows().get(1).tokenIds().getFirst();
    var after = rows().get(1).numbers().orElseThrow();
    assertTrue(after.probability() != before.probability());
    assertEquals(window.shown().own().probabilityOfToken(id), after.probability(), 1e-12);
  }

  /// The headless robot loses the press of a drag, so the events are made here.
  private void drag(int from, int to, double part) {
    Fx.run(
        () -> {
          var source = window.find("watched-" + from, Node.class).lookup(".watched-line");
          var target = window.find("watched-" + to, Node.class).lookup(".watched-line");
          double height = target.getBoundsInLocal().getHeight();
          Point2D at = target.localToScene(30, height * part);
          for (var type : List.of(MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_RELEASED)) {
            Event.fireEvent(source, event(type, source, at));
          }
        });
  }

  private static MouseEvent event(EventType<MouseEvent> type, Node source, Point2D at) {
    var pick = new PickResult(source, at.getX(), at.getY());
    boolean no = false;
    return new MouseEvent(
        type,
        at.getX(),
        at.getY(),
        at.getX(),
        at.getY(),
        MouseButton.PRIMARY,
        1,
        no,
        no,
        no,
        no,
        true,
        no,
        no,
        no,
        no,
        no,
        pick);
  }

  private List<WatchedRow> rows() {
    return Fx.get(() -> List.copyOf(window.playground().watch().rows()));
  }

  private List<String> labels() {
    return rows().stream().map(WatchedRow::label).toList();
  }
}
