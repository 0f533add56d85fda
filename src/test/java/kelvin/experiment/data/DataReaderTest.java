package kelvin.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kelvin.prompt.task.TaskLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, a user's data is judged in the wrong parts, or rows vanish without a word.
class DataReaderTest {

  private static final Split GIVEN = new Split.Given();

  @TempDir private Path folder = Path.of("");

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private DataSet read(String name, String content, Split split) throws Exception {
    return DataReader.read(file(name, content), DataColumns.AUTOMATIC, split);
  }

  private static List<String> inputs(List<Pair> pairs) {
    return pairs.stream().map(Pair::input).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a.csv!x,y\\n\"one, two\",b\\nthree,c",
        "a.tsv!x\\ty\\none, two\\tb\\nthree\\tc",
        "a.jsonl!{\"x\": \"one, two\", \"y\": \"b\"}\\n{\"x\": \"three\", \"y\": \"c\"}"
      })
  void tablesOfEachKindGiveTheSamePairs(String name, String content) throws Exception {
    var text = content.replace("\\n", "\n").replace("\\t", "\t");

    var data = read(name, text, GIVEN);

    assertEquals(List.of("one, two", "three"), inputs(data.test()));
    assertEquals(List.of("b", "c"), data.labels());
    assertEquals(List.of(), data.train());
    assertEquals(name.endsWith("jsonl") ? "line 2" : "line 3", data.test().get(1).place());
  }

  @Test
  void columnsMayBeNamed() throws Exception {
    var table = file("a.csv", "id,Text B,kind,label\n1,one,p,b\n2,two,q,c\n");

    var data =
        DataReader.read(table, new DataColumns(Optional.of("text b"), Optional.of("kind")), GIVEN);

    assertEquals(List.of("one", "two"), inputs(data.test()));
    assertEquals(List.of("p", "q"), data.labels());
    var unknown = new DataColumns(Optional.of("nothing"), Optional.empty());
    var e = assertThrows(DataException.class, () -> DataReader.read(table, unknown, GIVEN));
    assertEquals(
        "There is no column 'nothing'; the columns are id, Text B, kind, label.", e.getMessage());
  }

  @Test
  void aTaskGivesItsExamplesAndItsTests() throws Exception {
    var task = TaskLibrary.find("sentiment").orElseThrow();

    var data = DataReader.of("sentiment", task, GIVEN);

    assertEquals(12, data.train().size());
    assertEquals(6, data.test().size());
    assertEquals("test 1", data.test().getFirst().place());
    assertEquals(DataCheck.sentences(data), List.of());
  }

  @Test
  void aColumnSplitsByItsWords() throws Exception {
    var table = "x,y,part\na,p,train\nb,q,Test\nc,p,dev\nd,q,train\n";

    var data = read("a.csv", table, new Split.ByColumn("part", ""));
    var named = read("a.csv", table, new Split.ByColumn("PART", "dev"));

    assertEquals(List.of("a", "d"), inputs(data.train()));
    assertEquals(List.of("b"), inputs(data.test()));
    assertEquals(
        List.of(
            "Line 4: 'dev' in the column 'part' is neither train nor test; the row was left out."),
        data.leftOut());
    assertEquals(List.of("a", "b", "d"), inputs(named.train()));
    assertEquals(List.of("c"), inputs(named.test()));
  }

  @Test
  void aSeedSplitsEachLabelAlikeAndAlwaysTheSame() throws Exception {
    var table = new StringBuilder("x,y\n");
    for (int i = 0; i < 100; i++) {
      table.append("input ").append(i).append(i % 5 == 0 ? ",rare\n" : ",usual\n");
    }

    var data = read("a.csv", table.toString(), new Split.BySeed(3, 0.25));

    assertEquals(25, data.test().size());
    assertEquals(5, data.test().stream().filter(pair -> pair.label().equals("rare")).count());
    var all = new ArrayList<>(inputs(data.train()));
    all.addAll(inputs(data.test()));
    assertEquals(100, all.stream().distinct().count());
    assertEquals(data, read("a.csv", table.toString(), new Split.BySeed(3, 0.25)));
    var other = read("a.csv", table.toString(), new Split.BySeed(4, 0.25));
    assertTrue(!inputs(data.test()).equals(inputs(other.test())));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.9})
  void aLabelOfTwoPairsIsInBothParts(double share) throws Exception {
    var table = "x,y\na,p\nb,p\nc,q\nd,q\n";

    var data = read("a.csv", table, new Split.BySeed(3, share));

    assertEquals(Set.of("p", "q"), labels(data.train()));
    assertEquals(Set.of("p", "q"), labels(data.test()));
  }

  private static Set<String> labels(List<Pair> pairs) {
    return pairs.stream().map(Pair::label).collect(Collectors.toSet());
  }

  @Test
  void aLimitDrawsPairsAndKeepsTheirOrder() throws Exception {
    var data = DataReader.of("reviews", DataLibrary.find("reviews").orElseThrow(), GIVEN);

    var drawn = data.withTests(20, 1);

    var places = drawn.test().stream().map(data.test()::indexOf).toList();
    assertEquals(20, drawn.test().size());
    assertEquals(places.stream().sorted().toList(), places);
    assertEquals(2, drawn.test().stream().map(Pair::label).distinct().count());
    assertEquals(data, data.withTests(150, 1));
  }

  @Test
  void whatIsOddAboutTheDataIsSaid() throws Exception {
    var table =
        "x,y,part\na,p,train\na,p,test\nb,p,test\nb,p,test\n,p,test\nc,,train\nd,q,x\ne,p\n";

    var said = DataCheck.sentences(read("a.csv", table, new Split.ByColumn("part", "")));

    assertEquals(
        List.of(
            "All pairs of the test part have the label 'p': always choosing it would be right.",
            "One input (line 3) of the test part is in the train part too.",
            "One input (line 5) of the test part repeats an earlier one.",
            "Line 6: the cell in 'x' is empty; the row was left out.",
            "Line 7: the cell in 'y' is empty; the row was left out.",
            "Line 8: 'x' in the column 'part' is neither train nor test; the row was left out.",
            "Line 9: it has 2 cells, and most have 3; the row was left out."),
        said);
  }

  @Test
  void aLabelThatTheTrainPartLacksIsSaid() throws Exception {
    var table = "x,y,part\na,p,train\nb,q,test\nc,p,test\n";

    var said = DataCheck.sentences(read("a.csv", table, new Split.ByColumn("part", "")));

    assertEquals(List.of("The train part never has 'q', which the test part has."), said);
  }

  @Test
  void manyProblemsAreCounted() throws Exception {
    var data = read("a.csv", "x,y\na,p\nb,q\n" + ",p\n".repeat(9), GIVEN);

    var said = DataCheck.sentences(data);

    assertEquals(6, said.size());
    assertEquals("4 more rows were left out.", said.getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "x,y\\n|There is no pair of an input and its right label.",
        "x,y\\n,\\n|Line 2: the cell in 'x' is empty",
        "x,y,part\\na,p,train\\n|The test part has no pair.",
        "~~|There is nothing in this table.",
      })
  void dataWithoutATestPartIsRefused(String table, String words) throws Exception {
    var split = table.contains("part") ? new Split.ByColumn("part", "") : GIVEN;
    var text = table.replace("\\n", "\n");

    var e = assertThrows(DataException.class, () -> read("a.csv", text, split));

    assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
  }

  @Test
  void labelsMustBeKnownAndFew() throws Exception {
    var data = read("a.csv", "x,y\na,p\nb,q\nc,q\n", GIVEN);

    assertEquals(List.of("q", "p"), DataLabels.checked(List.of("q", "p"), data));
    var e = assertThrows(DataException.class, () -> DataLabels.checked(List.of("p"), data));
    assertEquals(
        "Line 3: 'q' is none of the labels p, as in 2 of 3 pairs. Name all labels, or correct the"
            + " data.",
        e.getMessage());
    var many = new StringBuilder("x,y\n");
    for (int i = 0; i < 201; i++) {
      many.append("input,").append("label ").append(i).append('\n');
    }
    var wide = read("a.csv", many.toString(), GIVEN);
    var tooMany = assertThrows(DataException.class, () -> DataLabels.checked(wide.labels(), wide));
    assertEquals(
        "There are 201 different labels, and at most 200 can be compared. Is this the column of the"
            + " labels?",
        tooMany.getMessage());
  }

  @Test
  void aHundredThousandRowsAreRead() throws Exception {
    var table = new StringBuilder("x,y\n");
    for (int i = 0; i < 100_000; i++) {
      table.append("input number ").append(i).append(i % 2 == 0 ? ",even\n" : ",odd\n");
    }

    var data = read("a.csv", table.toString(), new Split.BySeed(1, 0.5));

    assertEquals(50_000, data.test().size());
    assertEquals(List.of(), DataCheck.sentences(data));
  }
}
