package kelvin.ui.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopP;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.plot.curve.CumulativeCurve;
import kelvin.ui.plot.film.TemperatureFilm;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Sliders, fields and lines: what they change and that the model does not run for them.
class SamplingFxTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing(PROMPT);

  private final OpenWindow window;

  SamplingFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void theTemperatureMovesTheBarsWithoutRunningTheModel() throws Exception {
    int runs = window.modelRuns();
    double before = window.shown().distribution().scaled().probability(1);

    window.robot().clickOn("#temperature-field").write("0.5").push(KeyCode.ENTER);

    assertEquals(0.5, window.shown().distribution().scaled().temperature());
    assertTrue(window.shown().distribution().scaled().probability(1) > before);
    assertEquals(before, window.shown().own().probability(1));
    assertEquals(runs, window.modelRuns());
  }

  /// Its content is opaque and higher than its room.
  @Test
  void whatIsScrolledLeavesTheCardItsRoundCorners() {
    var scroll = window.find("sampling-scroll", ScrollPane.class);
    assertTrue(scroll.getContent().getLayoutBounds().getHeight() > scroll.getHeight());
    for (double place : new double[] {0, 0.5, 1}) {
      Fx.run(
          () -> {
            scroll.setVvalue(place);
          });
      Fx.settle();

      assertCornersAreRound((card, inset) -> card.getMinY() + inset);
    }
  }

  @Test
  void theDrawBelowLeavesTheCardItsRoundCorners() {
    Fx.settle();

    assertCornersAreRound((card, inset) -> card.getMaxY() - 1 - inset);
  }

  /// @param y of a pixel this much inside the card
  private void assertCornersAreRound(DoubleEdge y) {
    var card = window.root().lookup(".sampling-view");
    var place = Fx.get(() -> card.localToScene(card.getLayoutBounds()));
    var image = Fx.get(() -> window.root().getScene().snapshot(null));
    var pixels = image.getPixelReader();
    int edge = (int) y.of(place, 1);
    int inside = pixels.getArgb((int) place.getMinX() + 14, (int) y.of(place, 7));
    for (int fromSide : new int[] {1, 5}) {
      int left = (int) place.getMinX() + fromSide;
      int right = (int) place.getMaxX() - 1 - fromSide;
      assertNotEquals(inside, pixels.getArgb(left, edge), fromSide + " from the left");
      assertNotEquals(inside, pixels.getArgb(right, edge), fromSide + " from the right");
    }
  }

  @FunctionalInterface
  private interface DoubleEdge {
    double of(Bounds card, double inset);
  }

  @Test
  void theTemperatureSliderWorksByKeyboard() throws Exception {
    int runs = window.modelRuns();
    Fx.run(
        () -> {
          window.find("temperature-slider", javafx.scene.control.Slider.class).requestFocus();
        });

    window.robot().push(KeyCode.RIGHT).push(KeyCode.RIGHT);

    assertTrue(window.playground().sampling().temperatureProperty().get() > 1.05);
    assertEquals(runs, window.modelRuns());
  }

  @Test
  void whatAFieldCannotTakeChangesNothing() throws Exception {
    window.robot().clickOn("#top-p-field").write("1.5").push(KeyCode.ENTER);

    assertEquals(1, window.playground().sampling().topPProperty().get());
    var field = window.find("top-p-field", TextField.class);
    assertTrue(field.getTooltip().getText().contains("between 0 and 1"));

    window.robot().push(KeyCode.ESCAPE);
    assertEquals("off", field.getText());
  }

  @Test
  void draggingTheTopPLineKeepsWhatTheDefinitionKeeps() throws Exception {
    int runs = window.modelRuns();
    var curve = window.find("curve", CumulativeCurve.class);
    double y = Fx.get(() -> curve.yOf(1));
    double target = Fx.get(() -> curve.yOf(0.95));
    Point2D from = Fx.get(() -> curve.localToScreen(300, y));
    Point2D to = Fx.get(() -> curve.localToScreen(300, target));

    window.robot().moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);

    double p = window.playground().sampling().topPProperty().get();
    assertEquals(0.95, p, 0.03);
    var logits = window.shown().logits();
    var expected =
        TruncatedDistribution.of(logits, SamplerChain.of(new Temperature(1), new TopP(p)));
    assertEquals(expected.keptCount(), window.shown().distribution().keptCount());
    assertTrue(expected.keptCount() < 4096);
    assertEquals(Integer.toString(expected.keptCount()), window.text("kept"));
    assertEquals(runs, window.modelRuns());
  }

  @Test
  void theTopPLineMovesByKeyboard() throws Exception {
    var curve = window.find("curve", CumulativeCurve.class);
    Fx.run(
        () -> {
          curve.requestFocus();
        });

    window.robot().push(KeyCode.DOWN).push(KeyCode.DOWN);

    assertEquals(0.98, window.playground().sampling().topPProperty().get(), 1e-12);
  }

  @Test
  void draggingTheFilmsCursorSetsTheTemperature() throws Exception {
    int runs = window.modelRuns();
    window.robot().clickOn("#show-film");
    var film = window.find("film", TemperatureFilm.class);
    window.waitUntil(() -> film.sweepProperty().get() != null);
    Point2D target = Fx.get(() -> film.localToScreen(film.xOf(2), 60));

    window.robot().clickOn(target, MouseButton.PRIMARY);

    double temperature = window.playground().sampling().temperatureProperty().get();
    assertEquals(2, temperature, 0.1);
    assertEquals(temperature, window.shown().distribution().scaled().temperature());
    assertEquals(runs, window.modelRuns());
  }

  @Test
  void theOrderOfTheStagesChangesWhatIsKept() throws Exception {
    var sampling = window.playground().sampling();
    Fx.run(
        () -> {
          sampling.temperatureProperty().set(2);
          sampling.topPProperty().set(0.9);
        });
    int temperatureFirst = window.shown().distribution().keptCount();

    Fx.run(
        () -> {
          sampling.chain().useOrder(SamplerPreset.LLAMA_CPP);
        });

    var atOne =
        TruncatedDistribution.of(
            window.shown().logits(), SamplerChain.of(new Temperature(1), new TopP(0.9)));
    assertEquals(atOne.keptCount(), window.shown().distribution().keptCount());
    assertTrue(atOne.keptCount() < temperatureFirst);
    assertEquals("llama.cpp", window.text("order"));
    assertEquals("top-p", window.shown().distribution().outcomes().getFirst().stage().name());
  }
}
