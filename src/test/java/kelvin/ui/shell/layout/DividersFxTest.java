package kelvin.ui.shell.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import kelvin.window.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If this fails, a divider that the user dragged is elsewhere the next time, or a settings file
/// keeps the window from opening.
class DividersFxTest {

  private static final double NEAR = 0.01;

  private final AtomicInteger changes = new AtomicInteger();
  private SplitPane bars;
  private SplitPane sides;
  private SplitPane panels;
  private Dividers dividers;
  private Stage stage;

  @BeforeEach
  void show() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    Fx.run(
        () -> {
          bars = new SplitPane(new StackPane(), new StackPane());
          bars.setOrientation(Orientation.VERTICAL);
          sides = new SplitPane(new StackPane(), new StackPane());
          panels = new SplitPane(sides, bars);
          dividers = new Dividers(panels, sides);
          stage.setScene(new Scene(panels, 1000, 600));
          stage.setWidth(1000);
          stage.setHeight(600);
          stage.show();
          dividers.place("few-shot", true);
          dividers.setOnChange(changes::incrementAndGet);
        });
    settle();
  }

  @AfterEach
  void hide() {
    Fx.run(
        () -> {
          stage.hide();
        });
  }

  @Test
  void aDragOnTheHandleIsRemembered() {
    drag(dividerOf(panels).lookup(".horizontal-grabber"), -100, 0);

    assertEquals(0.52, chosen().getFirst(), NEAR);
    assertEquals(1, changes.get());
  }

  @Test
  void aDragBetweenTheEditorAndItsTextIsOneChange() {
    drag(dividerOf(sides), 60, 0);

    assertEquals(0.62, chosen().getFirst(), NEAR);
    assertEquals(0.72, chosen().getLast(), NEAR);
    assertEquals(1, changes.get());
  }

  @Test
  void aDragInsideAPanelIsNoChange() {
    drag(dividerOf(bars), 0, 100);

    assertEquals(Map.of(), dividers.chosen());
    assertEquals(0, changes.get());
  }

  @Test
  void placesThatDoNotFitTheLayoutAreIgnored() {
    Fx.run(
        () -> {
          dividers.restore(Map.of("few-shot", List.of(), Dividers.COLUMNS, List.of(0.1, 0.2, 0.3)));
        });
    settle();

    assertEquals(0.62, Fx.get(() -> panels.getDividerPositions()[0]), NEAR);
    Fx.run(
        () -> {
          dividers.place(Dividers.COLUMNS, false);
        });
    settle();
    assertEquals(0.42, Fx.get(() -> panels.getDividerPositions()[0]), NEAR);
  }

  private List<Double> chosen() {
    return dividers.chosen().getOrDefault("few-shot", List.of(0.0));
  }

  private static Node dividerOf(SplitPane pane) {
    return Fx.get(
        () ->
            pane.getChildrenUnmodifiable().stream()
                .filter(node -> node.getStyleClass().contains("split-pane-divider"))
                .findFirst()
                .orElseThrow());
  }

  /// The headless platform gives a drag to the node under the mouse, and a real one to the node
  /// that was pressed.
  private static void drag(Node node, double x, double y) {
    Fx.run(
        () -> {
          var from = node.localToScene(0, 0);
          fire(node, MouseEvent.MOUSE_PRESSED, from);
          fire(node, MouseEvent.MOUSE_DRAGGED, from.add(x, y));
          fire(node, MouseEvent.MOUSE_RELEASED, from.add(x, y));
        });
    settle();
  }

  private static void fire(Node node, EventType<MouseEvent> type, Point2D at) {
    var local = node.sceneToLocal(at);
    boolean isDown = type != MouseEvent.MOUSE_RELEASED;
    var event =
        new MouseEvent(
            type,
            local.getX(),
            local.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            isDown,
            false,
            false,
            true,
            false,
            false,
            null);
    Event.fireEvent(node, event.copyFor(node, node));
  }

  private static void settle() {
    Fx.settle();
    Fx.settle();
    Fx.settle();
  }
}
