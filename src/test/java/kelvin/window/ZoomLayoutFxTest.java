package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import kelvin.display.Theme;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.PaintedTexts;
import kelvin.ui.plot.bars.TokenBars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A user with large type pushes the window to and fro under scroll bars.
class ZoomLayoutFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;

  ZoomLayoutFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void theWindowNeverScrollsSideways() {
    var sideways = new ArrayList<Double>();
    for (double zoom : List.of(1.0, 1.5, 1.75, 2.0, 2.5, 3.0)) {
      zoom(zoom);
      if (isScrolling(Orientation.HORIZONTAL)) {
        sideways.add(zoom);
      }
    }

    assertEquals(List.of(), sideways);
  }

  @Test
  void atTwiceTheSizeEveryPanelIsATabAndNothingScrolls() {
    zoom(2);
    assertTrue(!isScrolling(Orientation.VERTICAL));
    assertTrue(window.isShown("bars"));

    window.robot().clickOn("#tab-sampling");
    assertTrue(isInSight("temperature-slider"));
    window.robot().clickOn("#tab-prompt");
    assertTrue(isInSight("prompt"));
    window.robot().clickOn("#tab-distribution");
    assertTrue(isInSight("bars"));
    assertTrue(isInSight("step"));
  }

  @Test
  void backAtTheUsualSizeThePanelsStandSideBySide() {
    zoom(2);
    zoom(1);

    for (var id : List.of("prompt", "bars", "temperature-slider")) {
      assertTrue(isInSight(id), id);
    }
  }

  @Test
  void theProjectorThemeKeepsTheRowsAndTheirRanks() throws Exception {
    window.show(Theme.PROJECTOR);
    Fx.settle();

    var bars = window.find("bars", TokenBars.class);
    int rows = Fx.get(() -> bars.visibleRowsProperty().get());
    assertTrue(rows >= 9, rows + " rows");
    var texts = PaintedTexts.of(bars);
    assertTrue(texts.contains("rank"), "" + texts);
    assertTrue(texts.containsAll(IntStream.rangeClosed(1, rows).mapToObj(Numbers::count).toList()));
  }

  private void zoom(double wanted) {
    Fx.run(
        () -> {
          window.zoom().set(wanted);
        });
    Fx.settle();
  }

  private boolean isScrolling(Orientation orientation) {
    return Fx.get(
        () ->
            window.root().lookupAll(".window-scroll").stream()
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.isVisible() && bar.getOrientation() == orientation));
  }

  private boolean isInSight(String id) {
    return Fx.get(
        () -> {
          var node = window.find(id, Node.class);
          var at = node.localToScene(node.getLayoutBounds());
          return at.getMinX() >= 0
              && at.getMinY() >= 0
              && at.getMaxX() <= 1280
              && at.getMaxY() <= 800;
        });
  }
}
