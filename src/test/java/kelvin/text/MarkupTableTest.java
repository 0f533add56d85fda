package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.text.MarkupTable.Column;
import kelvin.text.MarkupTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "2.1×10⁻⁷; 2.1$\\times$10$^{-7}$",
        "⏎⇥; $\\hookleftarrow$$\\rightarrow\\mid$",
        "⟨U+200B⟩; $\\langle$U+200B$\\rangle$",
        "\"; \\char34{}",
        "café; caf\\'{e}",
        "中😀; $\\langle$U+4E2D$\\rangle$$\\langle$U+1F600$\\rangle$",
      })
  void latexIsInWordsThatNeedNoPackage(String text, String latex) {
    assertTrue(table(text).latex().contains("\\texttt{" + latex + "}"), table(text).latex());
  }

  @Test
  void latexIsAsciiForEveryCharacter() {
    var every = new StringBuilder();
    for (int c = 0; c < 0x20000; c++) {
      every.appendCodePoint(c);
    }

    assertTrue(
        table(every.toString()).latex().chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F)));
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
