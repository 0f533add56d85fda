package kelvin.window;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

/// Uses mouse and keyboard, and waits for the window after each act.
///
/// TestFX's own robot sleeps for 50 ms after each press and each release and for 75 ms after each
/// letter, and it moves the mouse in up to 200 steps of 1 ms.
public final class WindowRobot extends FxRobot {

  /// In pixels.
  private static final double DRAG_STEP = 2;

  @Override
  public WindowRobot press(KeyCode... keys) {
    robotContext().getKeyboardRobot().pressNoWait(keys);
    Fx.settle();
    return this;
  }

  @Override
  public WindowRobot release(KeyCode... keys) {
    robotContext().getKeyboardRobot().releaseNoWait(keys);
    Fx.settle();
    return this;
  }

  @Override
  public WindowRobot push(KeyCode... keys) {
    press(keys);
    return release(List.of(keys).reversed().toArray(KeyCode[]::new));
  }

  @Override
  public WindowRobot write(String text) {
    var scene = Fx.get(WindowRobot::sceneWithTheFocus);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      robotContext().getBaseRobot().typeKeyboard(scene, keyOf(letter), String.valueOf(letter));
    }
    Fx.settle();
    return this;
  }

  /// Of the window that was opened last, because the headless platform lets several have the focus.
  private static Scene sceneWithTheFocus() {
    return Window.getWindows().reversed().stream()
        .filter(window -> window instanceof Stage && window.isFocused())
        .findFirst()
        .orElseThrow()
        .getScene();
  }

  private static KeyCode keyOf(char letter) {
    return switch (letter) {
      case '\n' -> KeyCode.ENTER;
      case '\t' -> KeyCode.TAB;
      default -> KeyCode.UNDEFINED;
    };
  }

  @Override
  public WindowRobot press(MouseButton... buttons) {
    robotContext().getMouseRobot().pressNoWait(buttons);
    Fx.settle();
    return this;
  }

  @Override
  public WindowRobot release(MouseButton... buttons) {
    robotContext().getMouseRobot().releaseNoWait(buttons);
    Fx.settle();
    return this;
  }

  @Override
  public WindowRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
    moveTo(place, motion);
    press(buttons);
    return release(buttons);
  }

  @Override
  public WindowRobot moveTo(PointQuery place, Motion motion) {
    move(Fx.get(place::query));
    return this;
  }

  @Override
  public WindowRobot moveBy(double x, double y, Motion motion) {
    move(robotContext().getBaseRobot().retrieveMouse().add(x, y));
    return this;
  }

  /// A drag goes in small steps: the headless platform gives each to the node under the mouse, and
  /// what is dragged must be there still.
  private void move(Point2D to) {
    var mouse = robotContext().getMouseRobot();
    var from = robotContext().getBaseRobot().retrieveMouse();
    boolean isDrag = !mouse.getPressedButtons().isEmpty();
    int steps = isDrag ? (int) Math.ceil(from.distance(to) / DRAG_STEP) : 1;
    for (int step = 1; step < steps; step++) {
      mouse.moveNoWait(from.interpolate(to, (double) step / steps));
    }
    mouse.moveNoWait(to);
    Fx.settle();
  }
}
