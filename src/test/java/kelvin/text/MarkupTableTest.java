package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.text.MarkupTable.Column;
import kelvin.text.MarkupTable.Kind;
import org.junit.jupiter.api.Test;

/// A table that a user pastes into notes or a paper shows each token as it is and keeps its shape.
class MarkupTableTest {

  private static final List<Column> COLUMNS =
      List.of(new Column("rank", Kind.NUMBER), new Column("token", Kind.CODE));

  @Test
  void markdownHasAHeadARuleAndALineForEachRow() {
    assertEquals(
        """
        | rank | token |
        | ---: | :--- |
        | 1 | `␣girl` |
        | 2 | `a\\|b` |
        """,
        table("␣girl", "a|b").markdown());
  }

  @Test
  void backticksInATokenDoNotEndItsCode() {
    assertTrue(table("`").markdown().contains("| `` ` `` |"), table("`").markdown());
    assertTrue(table("a``b").markdown().contains("| ```a``b``` |"));
  }

  @Test
  void markdownWordsAreEscaped() {
    var words =
        new MarkupTable(List.of(new Column("a_b", Kind.WORDS)), List.of(List.of("*x* <b> | [y]")));

    assertEquals("| a\\_b |\n| :--- |\n| \\*x\\* \\<b\\> \\| \\[y\\] |\n", words.markdown());
  }

  @Test
  void latexEscapesWhatItWouldRead() {
    assertEquals(
        """
        \\begin{tabular}{rl}
        \\hline
        rank & token \\\\
        \\hline
        1 & \\texttt{\\textvisiblespace{}a\\_b} \\\\
        2 & \\texttt{100\\%\\$\\#\\&\\{\\}\\textbackslash{}\\textasciitilde{}\\textasciicircum{}} \\\\
        \\hline
        \\end{tabular}
        """,
        table("␣a_b", "100%$#&{}\\~^").latex());
  }

  @Test
  void everyRowHasACellForEachColumn() {
    assertThrows(
        IllegalArgumentException.class, () -> new MarkupTable(COLUMNS, List.of(List.of("1"))));
  }

  private static MarkupTable table(String first, String second) {
    return new MarkupTable(COLUMNS, List.of(List.of("1", first), List.of("2", second)));
  }

  private static MarkupTable table(String token) {
    return new MarkupTable(COLUMNS, List.of(List.of("1", token)));
  }
}
