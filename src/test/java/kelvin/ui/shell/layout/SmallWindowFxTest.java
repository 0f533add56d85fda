package kelvin.ui.shell.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import kelvin.prompt.Composition;
import kelvin.ui.playground.Notice;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The smallest window that Kelvin promises to be usable in, 1024 × 700, shows whole words and
/// keeps its layout. If these fail, it is cut off or jumps.
class SmallWindowFxTest {

  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = OpenWindow.onBundledModel("Once upon a time there was a little", 1024, 700);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theScaleOfTheShadesEndsWithTheTextWhenTheColumnScrolls() throws Exception {
    window.draw(20);
    Fx.run(() -> window.playground().generation().selectedProperty().set(19));
    window.waitForAnswer();
    Fx.settle();

    // The text has a frame.
    assertEquals(at("prompt").getMaxX(), at("heat-scale").getMaxX(), 3);
  }

  @Test
  void theHeadingKeepsBothItsQuotationMarks() throws Exception {
    window.draw(3);

    var heading = window.text("distribution-heading");

    assertTrue(heading.startsWith("“…") && heading.endsWith("”"), heading);
    assertTrue(heading.length() > 4, heading);
  }

  /// The formula says how the probability comes about; cut off, it would lose the probability.
  @Test
  void theResultOfAFormulaIsNeverCutOff() throws Exception {
    for (double temperature : new double[] {1, 0.7331, 3.1417}) {
      Fx.run(() -> window.playground().sampling().temperatureProperty().set(temperature));
      for (int rank : new int[] {1, 2000, 4000}) {
        Fx.run(() -> window.playground().distribution().bars().selectedRankProperty().set(rank));
        Fx.settle();

        Fx.run(
            () -> {
              var formula = window.find("detail-formula", Label.class);
              var fate = window.find("detail-fate", Label.class);
              var words = formula.getText() + " at rank " + rank;
              assertTrue(formula.getText().endsWith(" %"), words);
              assertTrue(formula.getWidth() >= formula.prefWidth(-1), words);
              assertTrue(fate.getWidth() >= fate.prefWidth(-1), words);
            });
      }
    }
  }

  @Test
  void aNoticeDoesNotLayThePanelsOutAnew() {
    Fx.run(() -> window.playground().prompt().compositionProperty().set(Composition.FEW_SHOT));
    Fx.settle();
    boolean wide = isWide();

    Fx.run(() -> window.playground().notices().show(Notice.news("Something was set aside.")));
    Fx.settle();

    assertTrue(wide, "wide before");
    assertTrue(isWide(), "wide below the notice");
  }

  /// The same as a window of 1280 × 800 at twice the size.
  @Test
  void aLowPageGivesTheRoomOfTheTimelineToTheBars() throws Exception {
    window.draw(3);
    Fx.run(() -> window.zoom().set(1.5));
    Fx.settle();
    double bars = at("bars").getHeight() / 1.5;

    assertTrue(bars > 120, "bars of " + bars);
  }

  private boolean isWide() {
    return Fx.get(() -> window.playground().prompt().wide().shownProperty().get());
  }

  private Bounds at(String id) {
    return Fx.get(
        () -> {
          var node = window.find(id, Node.class);
          return node.localToScene(node.getLayoutBounds());
        });
  }
}
