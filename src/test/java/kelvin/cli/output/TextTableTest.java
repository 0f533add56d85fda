package kelvin.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// If these fail, columns on a terminal do not line up, or a table of a whole vocabulary takes
/// minutes instead of a moment.
final class TextTableTest {

  private static String printed(TextTable table) {
    var text = new StringWriter();
    table.print(new PrintWriter(text));
    return text.toString().replace("\r\n", "\n");
  }

  @Test
  void numbersAreAlignedRightAndWordsLeft() {
    var table = new TextTable(TextTable.Column.right("rank"), TextTable.Column.left("token"));

    table.row("1", "a");
    table.row("10,000", "longer");

    assertEquals("  rank  token\n     1  a\n10,000  longer\n", printed(table));
  }

  @Test
  void wideCharactersTakeTwoCellsAndMarksNone() {
    var table = new TextTable(TextTable.Column.left("x"), TextTable.Column.left("y"));

    table.row("日本", "1");
    table.row("e\u0301", "2");

    assertEquals("x     y\n日本  1\ne\u0301     2\n", printed(table));
  }

  @Test
  void aRowThatCameLaterWidensTheRowsBeforeIt() {
    var table = new TextTable(TextTable.Column.right("n"));
    int rows = 100_000;

    for (int row = 1; row <= rows; row++) {
      table.row(Integer.toString(row));
    }

    var lines = printed(table).lines().toList();
    assertEquals(rows + 1, lines.size());
    assertEquals("     n", lines.getFirst());
    assertEquals("     1", lines.get(1));
    assertEquals("100000", lines.getLast());
  }
}
