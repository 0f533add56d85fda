package kelvin.ui.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.ui.plot.bars.BarColumn;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The live views in the real window: what mouse and keys do to them.
class ViewsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;
  private final DistributionViewModel distribution;

  ViewsFxTest(OpenWindow window) {
    this.window = window;
    distribution = window.playground().distribution();
  }

  @Test
  void theOtherMouseButtonSelectsATokenAndForcesNone() {
    var bars = window.find("bars", TokenBars.class);
    Point2D row = Fx.get(() -> bars.localToScreen(120, bars.rowCentre(3)));

    window.robot().clickOn(row, MouseButton.SECONDARY);

    assertEquals(3, bars.selectedRankProperty().get());
    assertTrue(window.steps().isEmpty());
    assertEquals(3, Fx.get(() -> distribution.bars().detailProperty().get().orElseThrow().rank()));
  }

  @Test
  void endAndHomeGoThroughTheWholeVocabulary() {
    var bars = window.find("bars", TokenBars.class);
    Fx.run(
        () -> {
          bars.requestFocus();
        });

    window.robot().push(KeyCode.END);
    assertEquals(4096, bars.selectedRankProperty().get());
    assertEquals(4096 - bars.visibleRowsProperty().get() + 1, bars.firstRankProperty().get());

    window.robot().push(KeyCode.PAGE_UP);
    assertEquals(4096 - bars.visibleRowsProperty().get() + 1, bars.selectedRankProperty().get());

    window.robot().push(KeyCode.HOME);
    assertEquals(1, bars.firstRankProperty().get());
  }

  @Test
  void theScrollBarAndTheRowsStayTogether() {
    var bars = window.find("bars", TokenBars.class);
    var scroll = window.find("bars-scroll", ScrollBar.class);

    Fx.run(
        () -> {
          scroll.setValue(2000);
        });
    assertEquals(2000, bars.firstRankProperty().get());

    Fx.run(
        () -> {
          bars.scrollTo(Integer.MAX_VALUE);
        });
    assertEquals(scroll.getMax(), scroll.getValue());
    assertTrue(scroll.getWidth() >= 10, "is " + scroll.getWidth() + " wide");
  }

  @Test
  void aTokenIsFoundByTypingAndTheNextOneByEnter() throws Exception {
    window.robot().push(KeyCode.CONTROL, KeyCode.F).write("ele");
    window.waitUntil(() -> window.text("find-result").startsWith("1 of"));
    int first = distribution.bars().selectedRankProperty().get();

    window.robot().push(KeyCode.ENTER);

    assertTrue(window.text("find-result").startsWith("2 of"));
    int second = distribution.bars().selectedRankProperty().get();
    assertTrue(second > first);
    assertTrue(window.shown().textAtRank(second).contains("ele"));
    assertTrue(window.steps().isEmpty());
  }

  @Test
  void escapePutsTheFindLineAwayAndTheBarsHaveTheKeys() throws Exception {
    window.robot().push(KeyCode.CONTROL, KeyCode.F).write("zzzzq");
    window.waitUntil(() -> window.text("find-result").equals("none"));

    window.robot().push(KeyCode.ESCAPE);

    assertFalse(window.isShown("find-text") && distribution.find().openProperty().get());
    assertTrue(Fx.get(() -> window.find("bars", TokenBars.class).isFocused()));
  }

  @Test
  void aRankIsGoneTo() {
    window.robot().push(KeyCode.CONTROL, KeyCode.G).write("3000").push(KeyCode.ENTER);

    var bars = window.find("bars", TokenBars.class);
    assertEquals(3000, bars.selectedRankProperty().get());
    int first = bars.firstRankProperty().get();
    assertTrue(first <= 3000 && 3000 < first + bars.visibleRowsProperty().get());
  }

  @Test
  void aColumnIsSwitchedOnInTheMenu() {
    window.robot().clickOn("#columns").clickOn("Final probability");

    assertTrue(
        window.find("bars", TokenBars.class).columnsProperty().get().contains(BarColumn.FINAL));
  }

  @Test
  void theSoftmaxIsWrittenOutWithTheLiveNumbers() throws Exception {
    Fx.run(
        () -> {
          window.playground().sampling().temperatureProperty().set(0.5);
          distribution.bars().selectedRankProperty().set(1);
        });

    var scaled = window.shown().distribution().scaled();
    var formula = window.text("detail-formula");

    assertTrue(formula.contains(" / 0.5) ÷ Σ = "), formula);
    double[] parts = parts(formula);
    assertEquals(scaled.probability(1), parts[0] / parts[1], 0.01);
  }

  /// The two numbers that the last division of the formula is of.
  private static double[] parts(String formula) {
    var division = formula.substring(formula.indexOf("Σ = ") + 4, formula.lastIndexOf(" = "));
    int sign = division.indexOf(" ÷ ");
    return new double[] {
      Double.parseDouble(division.substring(0, sign)),
      Double.parseDouble(division.substring(sign + 3))
    };
  }

  @Test
  void thePinnedDistributionAndTheDifferenceAreExact() throws Exception {
    int runs = window.modelRuns();
    window.robot().clickOn("#pin").clickOn("#show-difference");

    Fx.run(
        () -> {
          window.playground().sampling().temperatureProperty().set(2);
        });
    var logits = window.shown().logits();
    var live = window.shown().distribution().scaled();
    window.waitUntil(
        () -> {
          var picture = distribution.pinned().differenceProperty().get();
          return picture != null && picture.live().equals(live);
        });

    var difference =
        Fx.get(() -> Objects.requireNonNull(distribution.pinned().differenceProperty().get()));
    var expected = Divergence.between(Distribution.of(logits, 1), Distribution.of(logits, 2));
    assertEquals(expected, difference.divergence());
    assertEquals(1, difference.shifts().lost().getFirst().rankBefore());
    assertTrue(
        window.text("pinned-label").endsWith("position 9, τ 1"), window.text("pinned-label"));
    assertEquals(runs, window.modelRuns());

    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    assertEquals(null, distribution.pinned().pinnedProperty().get());
  }

  @Test
  void plotsStandSideBySideFromTheMenuAndByShiftAndClick() {
    window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
    assertEquals(Set.of(Plot.CURVE, Plot.FILM), distribution.plots().shownProperty().get());

    window.robot().clickOn("#show-film");
    assertEquals(Set.of(Plot.FILM), distribution.plots().shownProperty().get());

    Fx.run(
        () -> {
          window.find("show-difference", ToggleButton.class).fireEvent(releaseWithShift());
        });
    assertEquals(Set.of(Plot.FILM, Plot.DIFFERENCE), distribution.plots().shownProperty().get());
  }

  @Test
  void theButtonOfEachPlotThatIsShownIsLit() {
    window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT6);
    assertEquals(Set.of("show-cumulative", "show-difference"), litButtons());

    window.robot().clickOn("#show-film");
    assertEquals(Set.of("show-film"), litButtons());

    window.robot().clickOn("#show-film");
    assertEquals(Set.of("show-film"), litButtons());
  }

  private Set<String> litButtons() {
    return Fx.get(
        () ->
            Stream.of("show-cumulative", "show-film", "show-difference")
                .filter(id -> window.find(id, ToggleButton.class).isSelected())
                .collect(Collectors.toSet()));
  }

  private static MouseEvent releaseWithShift() {
    return new MouseEvent(
        MouseEvent.MOUSE_RELEASED,
        1,
        1,
        1,
        1,
        MouseButton.PRIMARY,
        1,
        true,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  @Test
  void aWatchedTokenIsInTheFilm() throws Exception {
    window.robot().clickOn("#show-film");
    Fx.run(
        () -> {
          window.playground().watch().watch("elephant");
        });
    int id = window.playground().watch().tokenIdsProperty().get().getFirst();
    int rank = window.shown().logits().rankOf(id);

    window.waitUntil(
        () -> {
          var sweep = distribution.film().sweepProperty().get();
          return sweep != null && sweep.ranks().contains(rank);
        });

    var sweep = Objects.requireNonNull(distribution.film().sweepProperty().get());
    int line = sweep.ranks().indexOf(rank);
    var expected = Distribution.of(sweep.logits(), sweep.temperatures().get(20));
    assertEquals(expected.probability(rank), sweep.probabilities().get(line).get(20));
  }

  @Test
  void theFrameTimesComeAndGo() {
    assertFalse(window.isShown("frame-times"));

    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F12);
    assertTrue(window.isShown("frame-times"));

    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F12);
    assertFalse(window.isShown("frame-times"));
  }
}
