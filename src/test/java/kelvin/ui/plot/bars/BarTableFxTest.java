package kelvin.ui.plot.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kelvin.display.BarScale;
import kelvin.distribution.Distribution;
import kelvin.distribution.LogitBias;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Xtc;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.Pictures;
import kelvin.window.Fx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The rows have the right words and lengths.
class BarTableFxTest {

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theWhiskerEndsAtTheFinalProbability() {
    var picture = Pictures.of(Pictures.topK(2), 3f, 2f, 1f, 0f);

    var table = table(picture, null, BarColumn.DEFAULT, 4);

    var bars = table.rows().getFirst().bars();
    assertEquals(1 / (1 + Math.exp(-1)), bars.last(), 1e-12);
    assertEquals(picture.own().probability(1), bars.filled(), 1e-12);
    assertTrue(Double.isNaN(table.rows().get(2).bars().last()));
  }

  @Test
  void theModelsOwnNumberAndOutlineStayWhenABiasMovesTheToken() {
    var bias = new LogitBias(List.of(new LogitBias.Bias(List.of(0), -9)));
    var picture = Pictures.of(SamplerChain.of(bias), 3f, 2f, 1f, 0f);
    double own = 1 / (1 + Math.exp(-1) + Math.exp(-2) + Math.exp(-3));

    var row = table(picture, null, BarColumn.DEFAULT, 4).rows().getLast();

    assertEquals(0, row.tokenId());
    assertEquals(own, row.bars().own(), 1e-12);
    assertTrue(row.bars().filled() < 1e-3);
    assertEquals("64.39", BarTable.number(BarColumn.PROBABILITY, picture, 4));
    assertEquals("-6.00", BarTable.number(BarColumn.LOGIT, picture, 4).replace('−', '-'));
  }

  @Test
  void withNothingRemovedThereIsNoWhisker() {
    var table = table(Pictures.of(Pictures.at(0.5), 3f, 2f, 1f), null, BarColumn.DEFAULT, 3);

    assertTrue(Double.isNaN(table.rows().getFirst().bars().last()));
    assertFalse(table.legend().contains(BarLegend.Mark.LAST));
  }

  @Test
  void aRemovedTokenNamesTheStage() {
    var table = table(Pictures.of(Pictures.topK(1), 3f, 2f, 1f), null, BarColumn.DEFAULT, 3);

    assertTrue(table.rows().getFirst().kept());
    assertFalse(table.rows().get(1).kept());
    assertEquals("top-k", table.rows().get(1).note());
    assertEquals(0, table.cutAfter());
  }

  @Test
  void theTailsCountAndWeighWhatHasNoRow() {
    var picture = Pictures.of(Pictures.topK(3), 1f, 1f, 1f, 0f, 0f, 0f, 0f, 0f);

    var tails = table(picture, null, BarColumn.DEFAULT, 2).tails();

    assertEquals("+ 1 kept", tails.getFirst().words());
    double sum = 3 * Math.E + 5;
    assertEquals(Math.E / sum, tails.getFirst().share(), 1e-12);
    assertEquals("+ 5 removed", tails.getLast().words());
    assertEquals(5 / sum, tails.getLast().share(), 1e-12);
  }

  @Test
  void aTokenThatTheModelForbadeIsNotCountedAsKept() {
    var picture = Pictures.of(Pictures.at(1), 2f, 1f, Float.NEGATIVE_INFINITY);

    var tails = table(picture, null, BarColumn.DEFAULT, 1).tails();

    assertEquals("+ 1 kept", tails.getFirst().words());
    assertEquals("+ 1 impossible", tails.getLast().words());
  }

  @Test
  void theGhostIsThePinnedProbabilityOfTheSameToken() {
    var pinned = Distribution.of(Logits.owning(new float[] {0, 3, 1}), 0.7);

    var table =
        table(
            Pictures.of(Pictures.at(1), 3f, 2f, 1f),
            new Ghost(pinned, "pinned"),
            BarColumn.DEFAULT,
            3);

    for (var row : table.rows()) {
      assertEquals(pinned.probabilityOfToken(row.tokenId()), row.bars().ghost(), 1e-15);
    }
  }

  @Test
  void eachColumnCanBeSwitchedOffAndOn() {
    for (var column : BarColumn.values()) {
      var without = EnumSet.complementOf(EnumSet.of(column));

      assertFalse(BarColumns.of(1200, without, 4096).shows(column), column.name());
      assertTrue(BarColumns.of(1200, EnumSet.of(column), 4096).shows(column), column.name());
    }
  }

  @Test
  void aNarrowWindowLosesColumnsBeforeBarsLoseRoom() {
    var all = EnumSet.allOf(BarColumn.class);

    for (int width = 380; width <= 1600; width += 20) {
      assertTrue(BarColumns.of(width, all, 262_144).barWidth() >= 84, "at " + width);
    }
    assertTrue(BarColumns.of(380, all, 262_144).shows(BarColumn.SCALED));
  }

  @Test
  void theColumnsSayTheNumbersOfTheToken() {
    var all = EnumSet.allOf(BarColumn.class);

    var row = table(Pictures.of(Pictures.topK(2), 1f, 3f, 2f), null, all, 3).rows().getFirst();

    assertEquals("1", row.number(BarColumn.RANK));
    assertEquals("1", row.number(BarColumn.ID));
    assertEquals("3.00", row.number(BarColumn.LOGIT));
    assertEquals("66.52", row.number(BarColumn.PROBABILITY));
    assertEquals("66.52", row.number(BarColumn.SCALED));
    assertEquals("66.5", row.number(BarColumn.CUMULATIVE));
    assertEquals("73.11", row.number(BarColumn.FINAL));
  }

  /// XTC removes the first token here, and the second one gets almost all that can be drawn.
  @Test
  void onTheScaleOfTheLargestTheWhiskerOfASurvivorBelowARemovedFirstTokenEndsInTheBar() {
    var picture = Pictures.of(SamplerChain.of(new Xtc(1, 0.1)), 3f, 2.5f, -3f, -3f);

    var table = table(picture, BarScale.LARGEST, null, BarColumn.DEFAULT, 4);

    assertEquals(List.of(false, true), table.rows().stream().limit(2).map(BarRow::kept).toList());
    var distribution = picture.distribution();
    assertTrue(distribution.finalProbability(2) > distribution.scaled().probability(1));
    var bars = table.rows().get(1).bars();
    assertEquals(1, bars.last(), 1e-12);
    assertEquals(
        distribution.scaled().probability(2) / distribution.finalProbability(2),
        bars.filled(),
        1e-12);
  }

  private static BarTable table(
      DistributionPicture picture, @Nullable Ghost ghost, Set<BarColumn> columns, int rows) {
    return table(picture, BarScale.ABSOLUTE, ghost, columns, rows);
  }

  private static BarTable table(
      DistributionPicture picture,
      BarScale scale,
      @Nullable Ghost ghost,
      Set<BarColumn> columns,
      int rows) {
    var content = new BarTable.Content(picture, scale, columns, ghost, _ -> false);
    return Fx.get(() -> BarTable.of(content, 1200, 1, rows));
  }
}
