package kelvin.ui.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import kelvin.display.Theme;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.plot.Mark;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.theme.ThemeStyle;
import kelvin.window.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// The scroll bar works for a vocabulary as large as the largest in use.
class BarsPaneFxTest {

  private static final int VOCABULARY = 262_144;

  private final FxRobot robot = new FxRobot();
  private BarsPane pane;
  private Stage stage;

  @BeforeEach
  void show() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    pane =
        Fx.get(
            () -> {
              var viewModel =
                  new DistributionViewModel(Runnable::run, Runnable::run, Runnable::run);
              var chain = SamplerChain.of(new Temperature(1));
              viewModel.show(
                  TruncatedDistribution.of(falling(), chain), id -> "token " + id, Mark.NONE);
              var made = new BarsPane(viewModel);
              var scene = new Scene(new StackPane(made), 700, 400);
              ThemeStyle.apply(Theme.LIGHT, scene);
              stage.setScene(scene);
              stage.show();
              return made;
            });
    Fx.settle();
  }

  @AfterEach
  void hide() {
    Fx.run(
        () -> {
          stage.hide();
        });
  }

  /// The rank of each token is its id plus one.
  private static Logits falling() {
    var values = new float[VOCABULARY];
    for (int id = 0; id < VOCABULARY; id++) {
      values[id] = -1e-4f * id;
    }
    return Logits.owning(values);
  }

  @Test
  void theThumbIsLongEnoughToBeGrabbed() {
    assertTrue(thumb().getHeight() >= 31, "is " + thumb().getHeight() + " long");
  }

  @Test
  void theThumbIsDraggedToTheLastRankAndBackToTheFirst() {
    var bars = (TokenBars) pane.lookup("#bars");
    int lastFirst = VOCABULARY - bars.visibleRowsProperty().get() + 1;

    drag(1000);
    assertEquals(lastFirst, bars.firstRankProperty().get());

    drag(-1000);
    assertEquals(1, bars.firstRankProperty().get());
  }

  @Test
  void halfwayDownIsTheMiddleOfTheVocabulary() {
    var bars = (TokenBars) pane.lookup("#bars");
    var scroll = (ScrollBar) pane.lookup("#bars-scroll");
    var track = scroll.lookup(".track");
    Bounds room = Fx.get(() -> track.localToScreen(track.getBoundsInLocal()));

    drag((room.getHeight() - thumb().getHeight()) / 2);

    double middle = VOCABULARY / 2.0;
    assertEquals(middle, bars.firstRankProperty().get(), 0.02 * VOCABULARY);
  }

  private Bounds thumb() {
    var thumb = pane.lookup("#bars-scroll").lookup(".thumb");
    return Fx.get(() -> thumb.localToScreen(thumb.getBoundsInLocal()));
  }

  private void drag(double pixels) {
    var from = new Point2D(thumb().getCenterX(), thumb().getCenterY());
    robot.moveTo(from).press(MouseButton.PRIMARY);
    robot.moveTo(from.add(0, pixels / 2)).moveTo(from.add(0, pixels));
    robot.release(MouseButton.PRIMARY);
    Fx.settle();
  }
}
