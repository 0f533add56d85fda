package kelvin.ui.shell;

import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import kelvin.display.Theme;
import org.jspecify.annotations.Nullable;

/// Keeps the dividers between panes where they are when the theme changes.
///
/// A theme with larger type can need wider panes and move the dividers. The next theme then gets
/// the positions of before, unless the user moved a divider meanwhile.
final class ThemeDividers {

  private static final double SAME = 0.002;

  private final SplitPane panes;

  /// The positions that the user has chosen.
  private double[] wanted = {};

  /// The positions that the present theme made of them.
  private double[] forced = {};

  /// The number of layouts since the theme changed; −1 if nothing is waited for.
  private int layouts = -1;

  private @Nullable Scene scene;
  private final Runnable afterLayout = this::afterLayout;

  ThemeDividers(SplitPane panes, ObservableValue<Theme> theme) {
    this.panes = panes;
    theme.subscribe((_, _) -> changed());
  }

  private void changed() {
    var now = panes.getDividerPositions();
    if (panes.getScene() == null || now.length == 0) {
      return;
    }
    if (layouts < 0 && !isSame(now, forced)) {
      wanted = now;
    }
    stop();
    layouts = 0;
    scene = panes.getScene();
    scene.addPostLayoutPulseListener(afterLayout);
    Platform.requestNextPulse();
  }

  private void afterLayout() {
    layouts++;
    if (layouts == 1) {
      panes.setDividerPositions(wanted);
    } else {
      forced = panes.getDividerPositions();
      stop();
      return;
    }
    Platform.requestNextPulse();
  }

  private void stop() {
    if (scene != null) {
      scene.removePostLayoutPulseListener(afterLayout);
    }
    scene = null;
    layouts = -1;
  }

  private static boolean isSame(double[] some, double[] others) {
    return some.length == others.length
        && IntStream.range(0, some.length).allMatch(i -> Math.abs(some[i] - others[i]) < SAME);
  }
}
