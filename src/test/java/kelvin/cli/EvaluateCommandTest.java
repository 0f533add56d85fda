package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `evaluate` on a fake model with a context of 32 bytes. If these fail, users get wrong numbers
/// about their data, or no word about what was left out.
final class EvaluateCommandTest {

  @TempDir private Path folder = Path.of("");

  private String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static List<JsonObject> items(JsonObject answer) {
    return answer.getAsJsonArray("items").asList().stream()
        .map(each -> each.getAsJsonObject())
        .toList();
  }

  @Test
  void theMembersHaveTheNamesThatScriptsRelyOn() throws Exception {
    var json = CliRun.of("evaluate", LetterTask.in(folder), "--json").json();

    var names = json.keySet();
    assertTrue(
        names.containsAll(
            List.of(
                "count",
                "accuracy",
                "logLoss",
                "brier",
                "ece",
                "labelMass",
                "labels",
                "confusion",
                "items")),
        names.toString());
    assertEquals(List.of("mean", "min"), List.copyOf(json.getAsJsonObject("labelMass").keySet()));
    var item = items(json).getFirst();
    assertTrue(
        item.keySet()
            .containsAll(
                List.of("x", "y", "choice", "right", "probabilities", "labelMass", "confidence")),
        item.keySet().toString());
    assertEquals(
        List.of("maximum", "margin", "entropy", "normalized"),
        List.copyOf(item.getAsJsonObject("confidence").keySet()));
    assertEquals(List.of("b", "c"), List.copyOf(item.getAsJsonObject("probabilities").keySet()));
  }

  @Test
  void theNumbersFollowFromTheItems() throws Exception {
    var json = CliRun.of("evaluate", LetterTask.in(folder), "--shots", "1", "--json").json();

    var first = items(json).get(0);
    var second = items(json).get(1);
    // After ">" the fake finds b more probable than c by its slope of 0.125 nats.
    double b = 1 / (1 + Math.exp(-0.125));
    assertEquals(b, first.getAsJsonObject("probabilities").get("b").getAsDouble(), 1e-6);
    assertEquals("b", second.get("choice").getAsString());
    assertFalse(second.get("right").getAsBoolean());
    assertEquals(0.5, json.get("accuracy").getAsDouble(), 1e-12);
    double loss = -(Math.log(b) + Math.log(1 - b)) / 2;
    assertEquals(loss, json.get("logLoss").getAsDouble(), 1e-6);
    double brier = (2 * (1 - b) * (1 - b) + 2 * b * b) / 2;
    assertEquals(brier, json.get("brier").getAsDouble(), 1e-6);
    assertEquals(Math.abs(b - 0.5), json.get("ece").getAsDouble(), 1e-6);
    assertEquals("[[1,0],[1,0]]", json.getAsJsonArray("confusion").toString());
  }

  @Test
  void tableTextAndCsvAgree() throws Exception {
    var task = LetterTask.in(folder);

    var csv = CliRun.of("evaluate", task, "--csv");
    var text = CliRun.of("evaluate", task, "--progress");

    assertTrue(
        csv.out()
            .startsWith(
                "place,x,y,choice,right,labelMass,maximum,margin,entropy,normalized,shortened,"
                    + "probability b,probability c"),
        csv.out());
    assertTrue(text.out().contains("50.00 % (1 of 2; 95 % interval 9.45 % to 90.55 %)"));
    assertTrue(text.err().contains("2 of 2 prompts looked at"), text.err());
    assertTrue(text.err().contains("2 of 2 items"), text.err());
    var json = CliRun.of("evaluate", task, "--json").json();
    var rows = CsvReader.builder().ofNamedCsvRecord(csv.out()).stream().toList();
    assertEquals(json.get("count").getAsInt(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      var item = items(json).get(i);
      for (var cell : rows.get(i).getFieldsAsMap().entrySet()) {
        var value = member(item, cell.getKey());
        var place = "row " + i + ", " + cell.getKey();
        if (value.isNumber()) {
          assertEquals(value.getAsDouble(), Double.parseDouble(cell.getValue()), 1e-9, place);
        } else {
          assertEquals(value.getAsString(), cell.getValue(), place);
        }
      }
    }
  }

  /// The member of a JSON item that a column of the table repeats.
  private static JsonPrimitive member(JsonObject item, String column) {
    if (column.startsWith("probability ")) {
      return item.getAsJsonObject("probabilities")
          .getAsJsonPrimitive(column.substring("probability ".length()));
    }
    return item.has(column)
        ? item.getAsJsonPrimitive(column)
        : item.getAsJsonObject("confidence").getAsJsonPrimitive(column);
  }

  @Test
  void aTableIsAskedWithTheExamplesOfItsTrainPart() throws Exception {
    var table = file("t.csv", "x,y,part\n1,b,train\n2,c,train\na,b,test\nz,c,test\n");

    var json =
        CliRun.of("evaluate", table, "--split", "column=part", "--layout", "{x}>{y}", "--json")
            .json();

    assertEquals(2, json.get("shots").getAsInt());
    assertEquals(2, json.get("count").getAsInt());
    assertEquals("line 4", items(json).getFirst().get("place").getAsString());
  }

  @Test
  void aTableCanBeAskedWithTheTaskOfAnother() throws Exception {
    var table = file("t.csv", "x,y\nk,b\nl,c\nm,b\n");

    var json = CliRun.of("evaluate", table, "--task", LetterTask.in(folder), "--json").json();

    assertEquals("Letters", json.get("task").getAsString());
    assertEquals(3, json.get("shots").getAsInt());
    assertEquals(3, json.get("count").getAsInt());
  }

  @Test
  void aCancelKeepsWhatWasMeasured() throws Exception {
    var rows = new StringBuilder("x,y\n");
    for (char letter = 'd'; letter < 'x'; letter++) {
      rows.append(letter).append(letter % 2 == 0 ? ",b\n" : ",c\n");
    }
    var table = file("t.csv", rows.toString());
    var run = new CliRun().cancelledInRun(12);

    var outcome = run.run("evaluate", table, "--layout", "{x}>{y}", "--json");

    assertEquals(ExitCode.CANCELLED, outcome.code());
    assertTrue(outcome.json().get("partial").getAsBoolean());
    int count = outcome.json().get("count").getAsInt();
    assertTrue(count > 0 && count < 20, outcome.out());
    assertEquals(20, outcome.json().get("planned").getAsInt());
    assertTrue(outcome.err().contains("Cancelled after " + count + " of 20"), outcome.err());
  }

  @Test
  void aCancelBeforeTheFirstItemLeavesNothing() throws Exception {
    var run = new CliRun();
    run.cancellation().cancel();

    var outcome = run.run("evaluate", LetterTask.in(folder), "--json");

    assertEquals(ExitCode.CANCELLED, outcome.code());
    assertEquals("", outcome.out());
  }

  @Test
  void inputsThatAreTooLongAreNamedLeftOutOrShortened() throws Exception {
    var table =
        file("t.csv", "x,y\na,b\n" + "k".repeat(40) + ",c\nm,b\n" + "n".repeat(25) + ",c\n");
    var task = LetterTask.in(folder);

    var refused = CliRun.of("evaluate", table, "--task", task);
    var leftOut = CliRun.of("evaluate", table, "--task", task, "--too-long", "leave-out", "--json");
    var shortened = CliRun.of("evaluate", table, "--task", task, "--too-long", "shorten", "--json");

    assertEquals(ExitCode.UNUSABLE, refused.code());
    assertTrue(
        refused.err().contains("2 of 4 inputs are too long for the model's context of 32 tokens"),
        refused.err());
    assertTrue(refused.err().contains("line 3, line 5. Shorten them"), refused.err());
    assertEquals(2, leftOut.json().get("count").getAsInt());
    assertEquals("[\"line 3\",\"line 5\"]", leftOut.json().getAsJsonArray("leftOut").toString());
    assertEquals(4, shortened.json().get("count").getAsInt());
    assertEquals(2, shortened.json().get("shortened").getAsInt());
    assertEquals("k".repeat(40), items(shortened.json()).get(1).get("x").getAsString());
    assertTrue(shortened.err().contains("2 of 4 items were too long"), shortened.err());
  }

  @Test
  void labelsOfNoMassAreCountedAndNotJudged() throws Exception {
    // The tokens behind the letters have no probability in the fake: here no label has.
    var table = file("t.csv", "x,y\na,b\nk,c\n");
    LoadedModel nothing = new LoadedModel(new ImpossibleLabels(), new FakeTokenizer(List.of(0)));

    var outcome = new CliRun().models((_, _) -> nothing).run("evaluate", table, "--json");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertEquals(2, outcome.json().get("undecided").getAsInt());
    assertEquals(0, outcome.json().get("accuracy").getAsDouble());
    assertTrue(outcome.json().get("logLoss").isJsonNull());
    assertEquals(0, outcome.json().getAsJsonObject("labelMass").get("mean").getAsDouble());
    var item = items(outcome.json()).getFirst();
    assertTrue(item.get("choice").isJsonNull());
    assertTrue(item.getAsJsonObject("probabilities").get("b").isJsonNull());
    assertTrue(outcome.err().contains("probability 0 in 2 of 2 items"), outcome.err());
  }

  @Test
  void whatTheDataHidesIsSaid() throws Exception {
    var table = file("t.csv", "x,y\na,b\na,bc\n,b\n");

    var outcome = CliRun.of("evaluate", table, "--layout", "{x}>{y}");

    assertTrue(outcome.err().contains("The probability of 'b' holds that of 'bc'"), outcome.err());
    assertTrue(outcome.err().contains("One input (line 3) of the test part repeats"));
    assertTrue(outcome.err().contains("Line 4: the cell in 'x' is empty"), outcome.err());
  }

  @Test
  void inputsThatThePromptShowsAreSaid() throws Exception {
    var table = file("t.csv", "x,y\n1,b\nq,c\n");

    var outcome = CliRun.of("evaluate", table, "--task", LetterTask.in(folder));

    assertTrue(
        outcome.err().contains("One input (line 2) of the test part is shown as an example"),
        outcome.err());
  }

  @Test
  void noCellOfTheTableIsAFormula() throws Exception {
    var table = file("t.csv", "x,y\n=a,b\nk,c\n");

    assertTrue(CliRun.of("evaluate", table, "--csv", "--layout", "{x}>{y}").out().contains("'=a,"));
  }

  @Test
  void theDataSetsThatComeAlongAreListed() {
    var out = CliRun.of("evaluate", "--list").out();

    assertTrue(out.contains("reviews") && out.contains("question-kinds"), out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate|2|name a file of labelled pairs",
        "evaluate nothing|3|no data set or task of this name comes with Kelvin",
        "evaluate sentiment --csv --json|2|choose one",
        "evaluate sentiment --limit 0|2|--limit must be at least 1",
        "evaluate sentiment --split half|2|--split must be column=NAME or seed=S,test=0.5",
        "evaluate sentiment --split seed=x|2|--split must be",
        "evaluate sentiment --split seed=1,test=1|2|must be between 0 and 1",
        "evaluate sentiment --split column=|2|--split must be",
        "evaluate sentiment --split column=part|3|A task has no columns",
        "evaluate sentiment --shots 13|2|--shots must be from 0 to 12",
        "evaluate sentiment --normalize longest|2|--normalize must be one of none",
        "evaluate sentiment --too-long cut|2|--too-long must be refuse, leave-out or shorten",
        "evaluate sentiment --labels positive|3|is none of the labels positive",
        "evaluate sentiment --labels positive,negative,|3|Label 3 of 3 is empty",
        "evaluate sentiment --labels positive,negative,positive|3|are both",
        "evaluate story|3|There is no pair of an input and its right label",
        "evaluate sentiment --way text|2|the task has no text",
        "evaluate sentiment|3|See --too-long and --shots",
      })
  void whatCannotBeDoneIsSaidInALine(String arguments, int code, String words) {
    var run = CliRun.of(arguments.split(" "));

    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertFalse(run.err().contains("Kelvin has a defect"), run.err());
  }
}
