package kelvin.ui.plot.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import kelvin.experiment.measure.Confusion;
import kelvin.experiment.measure.Decision;
import kelvin.experiment.measure.Reliability;
import kelvin.experiment.measure.RiskCoverage;
import kelvin.ui.plot.PaintedTexts;
import kelvin.ui.plot.PlotRegion;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The plots of an evaluation say what was measured, to eyes and to screen readers. If these fail,
/// a user sees a threshold, a bin or a cell that is not that of the numbers.
class EvaluationPlotsFxTest {

  /// Four items between two labels: sure and right, sure and wrong, unsure and right, undecided.
  private static final List<Decision> DECISIONS =
      List.of(
          Decision.of(List.of(0.95, 0.05), 0),
          Decision.of(List.of(0.85, 0.15), 1),
          Decision.of(List.of(0.4, 0.6), 1),
          Decision.of(List.of(Double.NaN, Double.NaN), 0));

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static <P extends PlotRegion> P sized(P plot) {
    plot.resize(520, 340);
    return plot;
  }

  private static RiskPlot risk() {
    return Fx.get(
        () -> {
          var plot = sized(new RiskPlot());
          plot.show(new RiskPicture(RiskCoverage.of(DECISIONS)));
          return plot;
        });
  }

  private static ConfusionPlot confusion(List<String> labels) {
    return Fx.get(
        () -> {
          var plot = sized(new ConfusionPlot());
          plot.show(new ConfusionPicture(labels, Confusion.of(DECISIONS, 2)));
          return plot;
        });
  }

  private static void press(PlotRegion plot, KeyCode code, boolean shift) {
    Fx.run(
        () ->
            plot.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  private static void drag(PlotRegion plot, double x) {
    Fx.run(
        () ->
            plot.fireEvent(
                new MouseEvent(
                    MouseEvent.MOUSE_DRAGGED,
                    x,
                    90,
                    x,
                    90,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    false,
                    null)));
  }

  @Test
  void theReliabilityDiagramSaysTheCalibrationErrorAndTheItemsOfEachBin() {
    var plot =
        Fx.get(
            () -> {
              var made = sized(new ReliabilityPlot());
              made.show(ReliabilityPicture.of(Reliability.of(DECISIONS)));
              return made;
            });

    assertTrue(PaintedTexts.of(plot).contains("ECE 0.433"), PaintedTexts.of(plot).toString());
    press(plot, KeyCode.END, false);
    assertEquals(9, Fx.get(() -> plot.binOf(plot.selectedProperty().get())));
    assertEquals(
        "Share from 0.9 to 1.0: 1 item, 1 of them right (1.000, 95 % interval 0.207–1.000), mean"
            + " share 0.950",
        Fx.get(plot::getAccessibleText));
  }

  @Test
  void aCorrectionIsToldFromWhatWasBefore() {
    var after = DECISIONS.subList(0, 1);
    var plot =
        Fx.get(
            () -> {
              var made = sized(new ReliabilityPlot());
              made.show(ReliabilityPicture.of(Reliability.of(DECISIONS), Reliability.of(after)));
              return made;
            });

    var texts = PaintedTexts.of(plot);
    assertTrue(texts.contains("before: ECE 0.433"), texts.toString());
    assertTrue(texts.contains("after correction: ECE 0.050"), texts.toString());
  }

  @Test
  void theThresholdStartsWhereAllIsTakenAndSaysWhatItTakes() {
    var plot = risk();

    assertEquals(
        "Threshold 0: 3 of 4 items are taken (coverage 0.750), 1 of them wrong (risk 0.333, 95 %"
            + " interval 0.061–0.792).",
        Fx.get(() -> plot.wordsProperty().get()));
    assertTrue(
        Fx.get(plot::getAccessibleText).endsWith("no threshold takes the 1 item without a choice"));
  }

  @Test
  void draggingTakesTheSurestItemsAtTheShortestThreshold() {
    var plot = risk();

    drag(plot, Fx.get(() -> plot.xOf(0.24)));

    assertEquals(0.9, Fx.get(() -> plot.thresholdProperty().get()));
    // The coverage has no place between the line and the curve; the words below the plot say it.
    assertTrue(PaintedTexts.of(plot).contains("≥ 0.9: risk 0.000"));
    assertTrue(Fx.get(() -> plot.wordsProperty().get()).contains("0.250"));
  }

  @Test
  void arrowKeysTakeMoreAndFewerItems() {
    var plot = risk();
    var seen = new ArrayList<Double>();

    for (var code : List.of(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT)) {
      press(plot, code, true);
      seen.add(Fx.get(() -> plot.thresholdProperty().get()));
    }

    assertEquals(List.of(0.9, 0.8, 0.6, 0.8), seen);
  }

  @Test
  void aThresholdAboveAllTakesNothing() {
    var plot = risk();

    Fx.run(() -> plot.thresholdProperty().set(0.99));

    assertTrue(Fx.get(() -> plot.wordsProperty().get()).startsWith("Threshold 0.99: nothing"));
  }

  @Test
  void aFigureWithoutAThresholdSaysNone() {
    var plot = risk();

    Fx.run(() -> plot.thresholdProperty().set(Double.NaN));

    assertTrue(PaintedTexts.of(plot).stream().noneMatch(text -> text.contains("≥")));
    assertTrue(Fx.get(plot::getAccessibleText).startsWith("Risk against coverage"));
  }

  @Test
  void theMatrixIsWalkedInBothDirections() {
    var plot = confusion(List.of("yes", "no"));

    for (var code : List.of(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT)) {
      press(plot, code, false);
    }
    press(plot, KeyCode.LEFT, false);

    assertEquals(1, Fx.get(() -> plot.rightOf(plot.selectedProperty().get())));
    assertEquals(0, Fx.get(() -> plot.choiceOf(plot.selectedProperty().get())));
    assertEquals(
        "Right label “no”, choice “yes”: 1 of 2 items (0.500)", Fx.get(plot::getAccessibleText));
  }

  @Test
  void aLongLabelIsShortenedInTheMatrixAndWholeInItsWords() {
    var longName = "a-label-that-goes-on-and-on-and-never-ends-in-any-room-there-is";
    var plot = confusion(List.of(longName, "no"));

    assertFalse(PaintedTexts.of(plot).contains(longName));
    assertTrue(PaintedTexts.of(plot).stream().anyMatch(text -> text.startsWith("a-label")));
    assertTrue(Fx.get(plot::getAccessibleText).contains(longName));
  }

  @Test
  void theHistogramTellsRightFromWrong() {
    var plot =
        Fx.get(
            () -> {
              var made = sized(new HistogramPlot());
              made.show(HistogramPicture.shares(DECISIONS));
              return made;
            });

    var texts = PaintedTexts.of(plot);
    assertTrue(texts.containsAll(List.of("right 2 (up)", "wrong 1 (down)")), texts.toString());
    assertTrue(texts.contains("share of the chosen label; 1 without"), texts.toString());
  }

  @Test
  void aSmallLabelMassIsShownOnALogScaleThatSaysSo() {
    var picture = HistogramPicture.labelMass(List.of(0.0, 2e-4, 0.5, Double.NaN));

    assertEquals("probability of all labels together, log scale", picture.unit());
    assertEquals(1, picture.missing());
    assertEquals(3, picture.total(false));
    assertEquals(0, picture.columns().getFirst().from());
    assertEquals(1, picture.columns().getFirst().up());
  }

  @Test
  void whereNothingIsDecidedThePlotsSaySo() {
    var none = List.of(DECISIONS.getLast());
    var plots =
        Fx.get(
            () -> {
              var reliability = sized(new ReliabilityPlot());
              reliability.show(ReliabilityPicture.of(Reliability.of(none)));
              var risk = sized(new RiskPlot());
              risk.show(new RiskPicture(RiskCoverage.of(none)));
              var confusion = sized(new ConfusionPlot());
              confusion.show(new ConfusionPicture(List.of("a", "b"), Confusion.of(none, 2)));
              return List.<PlotRegion>of(reliability, risk, confusion);
            });

    for (var plot : plots) {
      assertEquals(List.of("No item has a choice."), PaintedTexts.of(plot));
    }
  }
}
