package kelvin.ui.plot.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import kelvin.ui.plot.Pictures;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// A screen reader gets the bars as a table.
class BarsAccessFxTest {

  private static final AccessibleAttribute TEXT = AccessibleAttribute.TEXT;

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theBarsAreATableOfTheWholeVocabularyAndOfTheColumnsOnShow() {
    var bars = bars();

    assertEquals(AccessibleRole.TABLE_VIEW, bars.getAccessibleRole());
    assertEquals(5, ask(bars, AccessibleAttribute.ROW_COUNT));
    assertEquals(4, ask(bars, AccessibleAttribute.COLUMN_COUNT));
    assertEquals(
        List.of("Rank", "Token", "Logit", "Probability at τ"),
        IntStream.range(0, 4)
            .mapToObj(column -> ask(part(bars, AccessibleAttribute.COLUMN_AT_INDEX, column), TEXT))
            .toList());
  }

  @Test
  void eachCellSaysItsNumberAndWhereItIs() {
    var bars = bars();

    var cell = part(bars, AccessibleAttribute.CELL_AT_ROW_COLUMN, 1, 3);

    assertEquals(AccessibleRole.TABLE_CELL, cell.getAccessibleRole());
    assertEquals("23.41", ask(cell, TEXT));
    assertEquals(1, ask(cell, AccessibleAttribute.ROW_INDEX));
    assertEquals(3, ask(cell, AccessibleAttribute.COLUMN_INDEX));
    assertEquals("token 1", ask(part(bars, AccessibleAttribute.CELL_AT_ROW_COLUMN, 1, 1), TEXT));
  }

  @Test
  void theRowOfTheKeyboardIsTheFocusedOne() {
    var bars = bars();
    Fx.run(
        () -> {
          bars.select(4);
        });

    var row = part(bars, AccessibleAttribute.FOCUS_ITEM);

    assertEquals(AccessibleRole.TABLE_ROW, row.getAccessibleRole());
    assertEquals(3, ask(row, AccessibleAttribute.INDEX));
    assertEquals(true, ask(row, AccessibleAttribute.SELECTED));
    assertEquals(
        "token 3, rank 4, 3.17 percent, removed by top-k: outside the top 2 (rank 4).",
        ask(row, TEXT));
  }

  @Test
  void thereIsNothingBeyondTheLastRowAndColumn() {
    var bars = bars();

    assertNull(ask(bars, AccessibleAttribute.ROW_AT_INDEX, 5));
    assertNull(ask(bars, AccessibleAttribute.CELL_AT_ROW_COLUMN, 0, 4));
  }

  @Test
  void aCellThatWasAskedForFollowsTheDistribution() {
    var bars = bars();
    var cell = part(bars, AccessibleAttribute.CELL_AT_ROW_COLUMN, 0, 2);

    Fx.run(
        () -> {
          bars.pictureProperty().set(Pictures.of(Pictures.at(1), 9, 2, 1, 0, -1));
        });

    assertEquals("9.00", ask(cell, TEXT));
  }

  private static TokenBars bars() {
    return Fx.get(
        () -> {
          var bars = new TokenBars();
          bars.resize(700, 300);
          bars.columnsProperty()
              .set(EnumSet.of(BarColumn.RANK, BarColumn.TOKEN, BarColumn.LOGIT, BarColumn.SCALED));
          bars.pictureProperty().set(Pictures.of(Pictures.topK(2), 3, 2, 1, 0, -1));
          return bars;
        });
  }

  private static Node part(TokenBars bars, AccessibleAttribute asked, Object... with) {
    return (Node) Objects.requireNonNull(ask(bars, asked, with));
  }

  private static Object ask(Node node, AccessibleAttribute asked, Object... with) {
    return Fx.get(() -> node.queryAccessibleAttribute(asked, with));
  }
}
