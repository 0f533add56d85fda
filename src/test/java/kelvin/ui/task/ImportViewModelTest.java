package kelvin.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.beans.property.SimpleStringProperty;
import kelvin.prompt.Example;
import kelvin.prompt.table.TableFormat;
import kelvin.ui.compose.ComposerViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests the import of tables. Needs no toolkit.
class ImportViewModelTest {

  private final ComposerViewModel composer =
      new ComposerViewModel(new SimpleStringProperty("Once"));
  private final List<Runnable> background = new ArrayList<>();
  private final TablesViewModel tables =
      new TablesViewModel(composer, background::add, Runnable::run);

  @TempDir private Path folder = Path.of("");

  private ImportViewModel read(String content) throws Exception {
    var file = Files.writeString(folder.resolve("table.csv"), content);
    var begun = tables.preview(file);
    readInBackground();
    return begun;
  }

  private void readInBackground() {
    var waiting = List.copyOf(background);
    background.clear();
    waiting.forEach(Runnable::run);
  }

  @Test
  void theColumnsOfTheUsersChoiceBecomeExamples() throws Exception {
    var table = read("a,question,b,answer\n1,one,2,eins\n3,two,4,zwei\n");
    assertEquals(List.of("one", "two"), inputs(table));

    table.inputProperty().set(3);
    table.outputProperty().set(1);

    assertEquals(
        List.of(new Example("eins", "one"), new Example("zwei", "two")),
        table.importedProperty().get().examples());
  }

  @Test
  void onlyTheLastOfSeveralChoicesIsRead() throws Exception {
    var table = read("a|b,c\n1|2,3\n");

    table.formatProperty().set(Optional.of(TableFormat.PIPE));
    Files.delete(folder.resolve("table.csv"));
    var waiting = background.removeFirst();
    table.formatProperty().set(Optional.of(TableFormat.SEMICOLON));
    waiting.run();
    assertEquals("", table.problemProperty().get(), "the first choice was read");

    readInBackground();
    assertFalse(table.problemProperty().get().isEmpty(), "the last choice was not read");
  }

  @Test
  void aTableThatIsGivenUpIsNotShown() throws Exception {
    var file = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
    var table = tables.preview(file);
    table.stop();

    readInBackground();

    assertTrue(table.tableProperty().get().isEmpty());
  }

  private static List<String> inputs(ImportViewModel table) {
    return table.importedProperty().get().examples().stream().map(Example::input).toList();
  }

  @Test
  void anotherWayToReadItReadsItAnew() throws Exception {
    var table = read("a;b,c;d\n");
    assertEquals(Optional.empty(), table.formatProperty().get());

    table.formatProperty().set(Optional.of(TableFormat.COMMA));
    readInBackground();
    assertEquals(2, table.tableProperty().get().orElseThrow().columns().size());
    table.formatProperty().set(Optional.of(TableFormat.SEMICOLON));
    readInBackground();

    assertEquals(3, table.tableProperty().get().orElseThrow().columns().size());
    table.headerProperty().set(!table.headerProperty().get());
    readInBackground();
    assertTrue(table.tableProperty().get().isPresent() || !table.problemProperty().get().isEmpty());
  }

  @Test
  void raggedRowsAndEmptyCellsAreLeftOutAndNamed() throws Exception {
    var table = read("x,y\n1,a\n2\n3,c\n,d\n5,e,f\n");

    assertEquals(List.of("1", "3"), inputs(table));
    var warnings = table.warningsProperty().get();
    assertTrue(warnings.contains("Line 3"), warnings);
    assertTrue(warnings.contains("Line 5"), warnings);
    assertTrue(warnings.contains("Line 6"), warnings);
  }

  @Test
  void manyProblemsAreCounted() throws Exception {
    var table = read("x,y\n1,a\n2,b\n3,c\n" + "lost\n".repeat(3) + ",e\n".repeat(20));

    assertEquals(9, table.warningsProperty().get().lines().count());
    assertTrue(table.warningsProperty().get().endsWith("more rows were left out."));
  }

  @Test
  void aHundredThousandRowsAreReadInTheBackgroundAndTakenAsOneChange() throws Exception {
    var content = new StringBuilder("x,y\n");
    for (int i = 0; i < 100_000; i++) {
      content.append("input ").append(i).append(",\"out,put ").append(i).append("\"\n");
    }
    var file = Files.writeString(folder.resolve("large.csv"), content);
    var acts = new ArrayList<String>();
    composer.setOnAct(
        (name, change) -> {
          acts.add(name);
          change.run();
        });

    var table = tables.preview(file);
    assertEquals(Optional.empty(), table.tableProperty().get(), "nothing is read at once");
    readInBackground();
    tables.take(table.importedProperty().get(), "importing", true);

    assertEquals(100_000, composer.fewShot().rows().size());
    assertEquals(List.of("importing 100,000 examples"), acts);
    assertEquals(2, composer.fewShot().shotsProperty().get());
  }

  @Test
  void whatASpreadsheetCopiedBecomesRowsAtOnce() {
    assertTrue(tables.paste("up\tdown\nleft\tright\n"));

    assertEquals(6, composer.fewShot().rows().size());
    assertEquals("2 examples added.", tables.messageProperty().get());
    assertFalse(tables.paste("a\tb\tc\nd\te\tf\n"), "three columns are to be chosen from");
    assertEquals(6, composer.fewShot().rows().size());
  }

  @Test
  void lineEndsInsideOfCellsAreLineFeeds() throws Exception {
    var table = read("x,y\r\n\"a\r\nb\",c\r\n");

    assertEquals(List.of("a\nb"), inputs(table));
  }

  @Test
  void damagedTablesChangeNothingInTheOpenWork() throws Exception {
    var whole = "x,y\n\"a, b\",1\nc,2\n\"d\"\"e\",3\n".getBytes(StandardCharsets.UTF_8);
    var before = composer.fewShot().promptProperty().get();
    var random = new Random(12);
    int refused = 0;
    for (int round = 0; round < 300; round++) {
      var bytes = whole.clone();
      for (int change = 0; change < 1 + round % 5; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      var file = Files.write(folder.resolve("damaged.csv"), bytes);

      var table = tables.preview(file);
      readInBackground();

      refused += table.tableProperty().get().isEmpty() ? 1 : 0;
      assertEquals(table.tableProperty().get().isEmpty(), !table.problemProperty().get().isEmpty());
      assertEquals(before, composer.fewShot().promptProperty().get());
    }
    assertTrue(refused > 10, refused + " refused");
  }
}
