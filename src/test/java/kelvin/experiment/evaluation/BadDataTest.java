package kelvin.experiment.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `evaluate` on data that says little or makes no sense. If these fail, users trust a number that
/// means nothing, or get no answer at all.
final class BadDataTest {

  private static final String[] COLUMN = {"--split", "column=part", "--layout", "{x}>{y}"};

  @TempDir private Path folder = Path.of("");

  private String file(String content) throws Exception {
    return Files.writeString(folder.resolve("t.csv"), content).toString();
  }

  private CliRun.Outcome run(String content, String... options) throws Exception {
    var arguments = new String[options.length + 2];
    arguments[0] = "evaluate";
    arguments[1] = file(content);
    System.arraycopy(options, 0, arguments, 2, options.length);
    var outcome = CliRun.of(arguments);
    assertFalse(outcome.err().contains("Kelvin has a defect"), outcome.err());
    return outcome;
  }

  @Test
  void oneClassOnlyIsMeasuredAndItIsSaidThatItSaysNothing() throws Exception {
    var json = run("x,y\nk,b\nl,b\n", "--layout", "{x}>{y}", "--json");
    var text = run("x,y\nk,b\nl,b\n", "--layout", "{x}>{y}");

    assertEquals(ExitCode.DONE, json.code(), json.err());
    assertEquals(1, json.json().get("accuracy").getAsDouble());
    assertEquals(0, json.json().get("logLoss").getAsDouble(), 1e-12);
    assertEquals("[[2]]", json.json().getAsJsonArray("confusion").toString());
    var confidence =
        json.json().getAsJsonArray("items").get(0).getAsJsonObject().getAsJsonObject("confidence");
    assertTrue(confidence.get("entropy").isJsonNull(), confidence.toString());
    assertTrue(text.err().contains("All pairs of the test part have the label 'b'"), text.err());
  }

  @Test
  void oneItemIsMeasuredAndItIsSaidThatItSaysLittle() throws Exception {
    var outcome = run("x,y\nk,b\n", "--layout", "{x}>{y}", "--labels", "b,c", "--json");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertEquals(1, outcome.json().get("count").getAsInt());
    assertTrue(outcome.err().contains("The test part has a single pair"), outcome.err());
  }

  @Test
  void aLabelThatOnlyTheTestPartHasIsComparedAndSaid() throws Exception {
    var outcome =
        run("x,y,part\n1,b,train\n2,c,train\na,b,test\nz,d,test\n", with(COLUMN, "--json"));

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertEquals("[\"b\",\"c\",\"d\"]", outcome.json().getAsJsonArray("labels").toString());
    assertTrue(outcome.err().contains("The train part never has 'd'"), outcome.err());
  }

  private static String[] with(String[] options, String... more) {
    var all = new String[options.length + more.length];
    System.arraycopy(options, 0, all, 0, options.length);
    System.arraycopy(more, 0, all, options.length, more.length);
    return all;
  }

  @Test
  void rowsThatAreInBothPartsAreSaid() throws Exception {
    var outcome = run("x,y,part\nk,b,train\n2,c,train\nk,b,test\nz,c,test\n", COLUMN);

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertTrue(
        outcome.err().contains("One input (line 4) of the test part is in the train part too."),
        outcome.err());
  }

  @Test
  void emptyCellsAreLeftOutAndNamed() throws Exception {
    var outcome = run("x,y\nk,b\n,c\nl,\nm,c\n", "--layout", "{x}>{y}", "--json");

    assertEquals(2, outcome.json().get("count").getAsInt());
    assertTrue(outcome.err().contains("Line 3: the cell in 'x' is empty"), outcome.err());
    assertTrue(outcome.err().contains("Line 4: the cell in 'y' is empty"), outcome.err());
  }

  @Test
  void aFewOfAHundredThousandRowsAreMeasured() throws Exception {
    var rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 100_000; i++) {
      rows.append(i).append(i % 2 == 0 ? ",b\n" : ",c\n");
    }

    var outcome = run(rows.toString(), "--layout", "{x}>{y}", "--limit", "3", "--json");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertEquals(3, outcome.json().get("count").getAsInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "b|c,c; both have the spelling",
        "b|b,c; has the spelling",
        "b|,c; A spelling of label 1 of 2 is empty",
        "b,,c; Label 2 of 3 is empty",
        "b|x; is none of the labels b",
      })
  void labelsThatAreEqualAfterJoiningOrEmptyAreRefused(String labels, String words)
      throws Exception {
    var outcome = run("x,y\nk,b\nl,c\n", "--layout", "{x}>{y}", "--labels", labels);

    assertEquals(ExitCode.UNUSABLE, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(words), outcome.err());
  }

  @Test
  void spellingsThatBeginWithOneAnotherAreSaid() throws Exception {
    var outcome = run("x,y\nk,b\nl,c\n", "--layout", "{x}>{y}", "--labels", "b|bd,c|ce");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertTrue(
        outcome.err().contains("The spelling 'bd' begins with 'b' of the same label"),
        outcome.err());
  }
}
