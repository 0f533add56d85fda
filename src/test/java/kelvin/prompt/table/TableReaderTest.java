package kelvin.prompt.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.prompt.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

  private static ExampleTable read(String text) throws TableException {
    return TableReader.read(text.getBytes(StandardCharsets.UTF_8), TableOptions.AUTOMATIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n", "{\"x\": \"a\", \"y\": \"b\"}\n"})
  void aTableThatNobodyWaitsForIsNotReadToItsEnd(String row) throws Exception {
    var asked = new AtomicInteger();

    var table =
        TableReader.whileWanted(
            row.repeat(10_000), TableOptions.AUTOMATIC, () -> asked.incrementAndGet() < 5);

    assertEquals(Optional.empty(), table);
    assertEquals(5, asked.get());
  }

  private static List<Example> examples(ExampleTable table) {
    return table.examples(table.suggestedInput(), table.suggestedOutput()).examples();
  }

  @ParameterizedTest
  @EnumSource(value = TableFormat.class, names = "JSON_LINES", mode = EnumSource.Mode.EXCLUDE)
  void findsTheDelimiter(TableFormat format) throws Exception {
    var d = String.valueOf(format.delimiter());
    var text = String.join(d, "hot", "cold") + "\n" + String.join(d, "up", "down") + "\n";

    var table = read(text);

    assertEquals(format, table.source().format());
    assertEquals(List.of(new Example("hot", "cold"), new Example("up", "down")), examples(table));
  }

  @Test
  void commasInsideOfCellsDoNotMakeColumnsOfASpreadsheetsText() throws Exception {
    var table = read("a, b and c\t1\nd\t2\n");

    assertEquals(TableFormat.TAB, table.source().format());
    assertEquals(2, table.columns().size());
  }

  @Test
  void quotedCellsHoldDelimitersQuotesAndLineBreaks() throws Exception {
    var table = read("\"a, b\",\"say \"\"hi\"\"\"\n\"two\nlines\",c\nx,y\n");

    assertEquals(
        List.of(
            new Example("a, b", "say \"hi\""),
            new Example("two\nlines", "c"),
            new Example("x", "y")),
        examples(table));
    assertEquals(List.of(1L, 2L, 4L), table.rows().stream().map(TableRow::line).toList());
  }

  @Test
  void theHeaderNamesTheColumns() throws Exception {
    var table = read("id,label,text\n1,positive,Good.\n2,negative,Bad.\n");

    assertTrue(table.source().hasHeader());
    assertEquals(List.of("id", "label", "text"), table.columns());
    assertEquals(
        List.of(new Example("Good.", "positive"), new Example("Bad.", "negative")),
        examples(table));
  }

  @Test
  void aTextAboveNumbersIsAHeader() throws Exception {
    assertTrue(read("word,length\nhouse,5\ntree,4\n").source().hasHeader());
    assertFalse(read("house,5\ntree,4\nsun,3\n").source().hasHeader());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "item,color,note\nbanana,yellow,sweet\nplum,blue,sour\n",
        "fruit,remark\nbanana,it is sweet\nplum,it is sour\n",
        "Word,Translation\nhouse,maison\n",
      })
  void wordsThatNameColumnsAreAHeader(String table) throws Exception {
    assertTrue(read(table).source().hasHeader());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hot,cold\nbig,small\nup,down\n",
        "a good film,positive\na bad film,negative\n",
        "great,it was great\nthe worst,it was bad\n",
      })
  void examplesAreNotTakenForAHeader(String table) throws Exception {
    assertFalse(read(table).source().hasHeader());
  }

  @Test
  void theUserKnowsBetterWhatTheHeaderIs() throws Exception {
    var options = new TableOptions(Optional.of(TableFormat.COMMA), Optional.of(false));

    var table = TableReader.read("x,y\na,b\n", options);

    assertEquals(List.of("column 1", "column 2"), table.columns());
    assertEquals(2, table.rows().size());
    assertEquals(TableEncoding.TEXT, table.source().encoding());
  }

  @Test
  void raggedRowsAreLeftOutByTheirLine() throws Exception {
    var table = read("a,1\nb\nc,3,x\nd,4\ne,5\n");

    assertEquals(
        List.of(
            "Line 2: it has 1 cell, and most have 2; the row was left out.",
            "Line 3: it has 3 cells, and most have 2; the row was left out."),
        table.problems().stream().map(RowProblem::sentence).toList());
    assertEquals(3, table.rows().size());
  }

  @Test
  void rowsWithAnEmptyCellAreNoExamples() throws Exception {
    var table = read("x,y\na,1\n,2\nc,\nd,4\n");

    var imported = table.examples(0, 1);

    assertEquals(List.of(new Example("a", "1"), new Example("d", "4")), imported.examples());
    assertEquals(List.of(3L, 4L), imported.leftOut().stream().map(RowProblem::line).toList());
    assertTrue(imported.leftOut().getFirst().sentence().contains("the cell in 'x' is empty"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF_8",
    "UTF-16LE, UTF_16LE",
    "UTF-16BE, UTF_16BE",
    "windows-1252, WINDOWS_1252"
  })
  void findsTheEncoding(String charset, TableEncoding expected) throws Exception {
    var bytes = "mot;Wort\nété;Sommer\ngarçon;Junge\n".getBytes(Charset.forName(charset));

    var table = TableReader.read(bytes, TableOptions.AUTOMATIC);

    assertEquals(expected, table.source().encoding());
    assertEquals("été", table.rows().get(1).cells().getFirst());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkIsNoText(String charset) throws Exception {
    var bytes = "\uFEFFx,y\na,b\n".getBytes(Charset.forName(charset));

    var table = TableReader.read(bytes, TableOptions.AUTOMATIC);

    assertEquals(List.of("x", "y"), table.columns());
  }

  @Test
  void aGuessedEncodingIsSaid() {
    assertTrue(TableEncoding.WINDOWS_1252.note().contains("not UTF-8"));
    assertEquals("", TableEncoding.UTF_8.note());
  }

  @Test
  void readsJsonLines() throws Exception {
    var table =
        read(
            """
            {"question": "2 ~ 3", "answer": 5, "id": 1}

            {"answer": 13, "id": 2, "question": "6 ~ 7"}
            {"question": "1 ~ 1"}
            {"question": "1 ~ 2", "answer": {"a": 3}, "id": 4}
            nothing
            """);

    assertEquals(TableFormat.JSON_LINES, table.source().format());
    assertEquals(List.of(new Example("2 ~ 3", "5"), new Example("6 ~ 7", "13")), examples(table));
    assertEquals(List.of(4L, 5L, 6L), table.problems().stream().map(RowProblem::line).toList());
    assertEquals("'answer' is missing", table.problems().get(0).reason());
    assertEquals("'answer' is no text or number", table.problems().get(1).reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,1^b,\"open^c,3^|Line 2: the quotation mark that begins a cell is never closed.",
        "a,1^b,\"x\"y^|Line 2: something follows the quotation mark",
        "one^two^|Only one column was found.",
        "^^|There is nothing in this table.",
        "{\"a\": 1^|No line is a JSON object with all columns. Line 1",
      })
  void whatIsNoTableIsRefusedInWords(String text, String beginning) {
    var e = assertThrows(TableException.class, () -> read(text.replace('^', '\n')));

    assertTrue(String.valueOf(e.getMessage()).startsWith(beginning), e.getMessage());
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] image = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    var e =
        assertThrows(TableException.class, () -> TableReader.read(image, TableOptions.AUTOMATIC));

    assertTrue(String.valueOf(e.getMessage()).startsWith("This file is no text."));
  }

  @Test
  void aHundredThousandRowsAreRead(@TempDir Path folder) throws Exception {
    var text = new StringBuilder("input,output\n");
    for (int i = 0; i < 100_000; i++) {
      text.append("\"the number, ").append(i).append("\",").append(i % 7).append('\n');
    }
    var file = Files.writeString(folder.resolve("many.csv"), text);

    var table = TableReader.read(file, TableOptions.AUTOMATIC);

    assertEquals(100_000, examples(table).size());
    assertEquals(List.of(), table.problems());
    assertEquals(20, table.preview(20).size());
    assertEquals(100_001, table.rows().getLast().line());
  }

  @Test
  void aDelimiterIsFoundBehindALongQuotedCell() throws Exception {
    var table = read("x;y\n\"" + "long, line\n".repeat(10_000) + "\";1\nb;2\n");

    assertEquals(TableFormat.SEMICOLON, table.source().format());
    assertEquals(2, table.rows().size());
  }
}
