package kelvin.ui.plot.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.placement.PlacedText.Spot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// A label gives way to a more important one: it moves, then it is shortened, then it is left out.
/// If these fail, labels of plots run into each other.
class PlacesFxTest {

  private static final Font FONT = PlotRegion.SMALL_NUMBERS;

  private final Places places = new Places(Box.of(100, 40));

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void aLabelMovesToItsNextSpot() {
    places.place("first", FONT, List.of(Spot.leftAt(10, 12)));

    var second = places.place("second", FONT, List.of(Spot.leftAt(12, 12), Spot.leftAt(12, 30)));

    assertEquals(30, second.orElseThrow().at().baseline());
  }

  @Test
  void aLabelIsShortenedWhereTheWholeTextDoesNotFit() {
    var placed = places.place(List.of("much too long for this", "short"), FONT, spot(10, 12));

    assertEquals("short", placed.orElseThrow().text());
  }

  @Test
  void aLabelWithoutAnyRoomIsLeftOut() {
    places.take(Box.of(100, 40));

    assertEquals(Optional.empty(), places.place("word", FONT, spot(10, 12)));
  }

  @Test
  void aLabelAvoidsALineAndCrossesItOnlyWhereItMust() {
    places.avoidLine(0, 10, 100, 10);

    var moved = places.place("a", FONT, List.of(Spot.leftAt(10, 12), Spot.leftAt(10, 30)));
    var stays = places.place("b", FONT, spot(60, 12));

    assertFalse(moved.orElseThrow().struck());
    assertEquals(30, moved.orElseThrow().at().baseline());
    assertTrue(stays.orElseThrow().struck());
  }

  @Test
  void namesInOneColumnKeepTheirOrderAndTheirDistance() {
    var heights = Spread.over(List.of(50.0, 51.0, 90.0, 49.0), 10, 0, 100);

    assertEquals(40, heights[3], 1e-9);
    assertEquals(50, heights[0], 1e-9);
    assertEquals(60, heights[1], 1e-9);
    assertEquals(90, heights[2], 1e-9);
  }

  @Test
  void aColumnThatIsTooShortLeavesTheLeastImportantNamesOut() {
    var heights = Spread.over(List.of(95.0, 95.0, 95.0), 10, 85, 95);

    assertEquals(85, heights[0], 1e-9);
    assertEquals(95, heights[1], 1e-9);
    assertTrue(Double.isNaN(heights[2]));
  }

  @Test
  void textIsAsWideAsItIsPainted() {
    for (var font : List.of(PlotRegion.SMALL_WORDS, PlotRegion.NUMBERS)) {
      for (var text : List.of("kept 14 of 4,096, 90.1 %", "␣Wave → AVATAR", "日本語", "")) {
        var painted = new Text(text);
        painted.setFont(font);

        assertEquals(painted.getLayoutBounds().getWidth(), TextSize.width(text, font), 0.7, text);
      }
    }
  }

  private static List<Spot> spot(double x, double baseline) {
    return List.of(Spot.leftAt(x, baseline));
  }
}
