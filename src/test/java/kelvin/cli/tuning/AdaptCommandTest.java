package kelvin.cli.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import kelvin.cli.CliRun;
import kelvin.cli.FakeInside;
import kelvin.cli.environment.ExitCode;
import kelvin.experiment.adapt.Adaptation;
import kelvin.workspace.adaptation.AdaptationFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `adapt` on a fake model whose features are the last letter, and which cannot be trained. If
/// these fail, methods are compared on different examples, or what cannot be measured is hidden.
final class AdaptCommandTest {

  @TempDir private Path folder = Path.of("");

  /// Letters below m are b, those above it c, which the last letter tells.
  private static final String TABLE =
      """
      x,y,part
      a,b,train
      d,b,train
      g,b,train
      s,c,train
      v,c,train
      y,c,train
      e,b,test
      w,c,test
      """;

  private CliRun.Outcome adapt(CliRun run, String... more) throws Exception {
    return adaptWritten("{x}{y}", run, more);
  }

  private CliRun.Outcome adaptWritten(String layout, CliRun run, String... more) throws Exception {
    var table = Files.writeString(folder.resolve("t.csv"), TABLE).toString();
    var arguments =
        new ArrayList<>(List.of("adapt", table, "--split", "column=part", "--layout", layout));
    arguments.addAll(List.of(more));
    return run.run(arguments.toArray(String[]::new));
  }

  private static CliRun fake() {
    return new CliRun().models((_, _) -> FakeInside.loaded(0));
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return StreamSupport.stream(json.getAsJsonArray(name).spliterator(), false)
        .map(each -> each.getAsJsonObject())
        .toList();
  }

  @Test
  void eachMethodIsMeasuredWithTheSameDrawsThatGrow() throws Exception {
    var outcome =
        adapt(
            fake(),
            "--methods",
            "zero-shot,few-shot,calibrated,head,ensemble",
            "--examples",
            "0,2,4",
            "--seeds",
            "2",
            "--json");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    var points = objects(outcome.json(), "points");
    // Zero-shot once; two methods once without examples and with 2 × 2 draws; the head 2 × 2. The
    // layouts of the ensemble have more words than the fake's context has room for.
    assertEquals(1 + 2 * 5 + 1 + 4, points.size());
    assertEquals(1 + 3 * 5 + 4, outcome.json().get("planned").getAsInt());
    assertEquals(4, objects(outcome.json(), "problems").size());
    for (var point : points) {
      assertEquals(2, point.get("count").getAsInt());
      assertEquals(
          point.get("examples").getAsInt(), point.getAsJsonArray("shown").size(), point.toString());
    }
    var small = shown(points, "few-shot", 2);
    assertEquals(small, shown(points, "head", 2));
    assertEquals(small, shown(points, "head", 4).subList(0, 2));
    var head =
        points.stream()
            .filter(p -> p.get("method").getAsString().equals("head"))
            .toList()
            .getLast();
    assertEquals(1, head.get("accuracy").getAsDouble());
    long numbers = 2L * (FakeInside.WIDTH + 1) * Double.BYTES;
    assertEquals(numbers + "{x}".length(), head.get("bytesKept").getAsLong());
  }

  @Test
  void aVoteIsTheMeanOfTheSharesOfTheOthersWithTheSameExamples() throws Exception {
    var outcome =
        adapt(
            fake(),
            "--methods",
            "zero-shot,few-shot,head,vote",
            "--examples",
            "2",
            "--seeds",
            "2",
            "--json");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    var points = objects(outcome.json(), "points");
    assertEquals(1 + 3 * 2, points.size());
    for (var vote : of(points, "vote")) {
      var members =
          points.stream()
              .filter(each -> !each.get("method").getAsString().equals("vote"))
              .filter(
                  each ->
                      each.get("method").getAsString().equals("zero-shot")
                          || each.get("seed").equals(vote.get("seed")))
              .toList();
      assertEquals(3, members.size());
      // −ln of a mean of shares is at most the mean of −ln, and the Brier score is convex as well.
      assertTrue(number(vote, "logLoss") <= mean(members, "logLoss") + 1e-12, vote.toString());
      assertTrue(number(vote, "brier") <= mean(members, "brier") + 1e-12, vote.toString());
      assertEquals(
          members.stream().mapToLong(each -> each.get("bytesKept").getAsLong()).sum(),
          vote.get("bytesKept").getAsLong());
    }
  }

  private static List<JsonObject> of(List<JsonObject> points, String method) {
    return points.stream().filter(p -> p.get("method").getAsString().equals(method)).toList();
  }

  private static double number(JsonObject point, String name) {
    return point.get(name).getAsDouble();
  }

  private static double mean(List<JsonObject> points, String name) {
    return points.stream().mapToDouble(point -> number(point, name)).average().orElseThrow();
  }

  private static List<String> shown(List<JsonObject> points, String method, int examples) {
    return points.stream()
        .filter(point -> point.get("method").getAsString().equals(method))
        .filter(point -> point.get("examples").getAsInt() == examples)
        .findFirst()
        .orElseThrow()
        .getAsJsonArray("shown")
        .asList()
        .stream()
        .map(each -> each.getAsString())
        .toList();
  }

  @Test
  void aMethodThatTheModelCannotTakeIsToldAndTheOthersGoOn() throws Exception {
    var outcome = adapt(fake(), "--methods", "few-shot,finetune", "--examples", "2", "--json");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertEquals(5, objects(outcome.json(), "points").size());
    assertEquals(5, objects(outcome.json(), "problems").size());
    assertTrue(outcome.err().contains("finetune with 2 examples: The weights"), outcome.err());
  }

  @Test
  void aPromptThatOutgrowsTheContextIsToldForItsNumberOnly() throws Exception {
    var outcome =
        adaptWritten(
            "question {x} answer {y}",
            fake(),
            "--methods",
            "few-shot",
            "--examples",
            "0,4",
            "--seeds",
            "1",
            "--json");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertEquals(1, objects(outcome.json(), "problems").size(), outcome.out());
    assertTrue(outcome.err().contains("few-shot with 4 examples"), outcome.err());
  }

  @Test
  void theFileOfAComparisonIsReadAsItWasWritten() throws Exception {
    var outcome = adapt(fake(), "--methods", "few-shot,head,finetune", "--examples", "2", "--json");
    var file = Files.writeString(folder.resolve("adapt.json"), outcome.out());

    Adaptation read = AdaptationFile.read(file);

    assertEquals(outcome.out().strip(), AdaptationFile.text(read).strip());
  }

  @Test
  void aCancelKeepsTheWholePointsAndSaysSo() throws Exception {
    var run = new CliRun().cancelledInRun(12);
    var outcome =
        adapt(run, "--methods", "few-shot", "--examples", "1,2,3", "--seeds", "3", "--json");

    assertEquals(ExitCode.CANCELLED, outcome.code(), outcome.err());
    assertTrue(outcome.json().get("partial").getAsBoolean());
    var points = objects(outcome.json(), "points");
    assertFalse(points.isEmpty());
    assertTrue(points.size() < outcome.json().get("planned").getAsInt());
    points.forEach(point -> assertEquals(2, point.get("count").getAsInt()));
    assertTrue(outcome.err().contains("Cancelled after"), outcome.err());
  }

  @Test
  void theTableSaysWhatWasBestAndTheCsvHasARowForEachDraw() throws Exception {
    var options = List.of("--methods", "zero-shot,head", "--examples", "2,4", "--seeds", "2");
    var text = adapt(fake(), options.toArray(String[]::new));
    var more = new ArrayList<>(options);
    more.add("--csv");
    var csv = adapt(fake(), more.toArray(String[]::new));

    assertTrue(text.out().contains("Most often right: head with 2 examples"), text.out());
    assertEquals(1 + 1 + 4, csv.out().lines().count(), csv.out());
  }

  @Test
  void optionsThatMakeNoSenseAreNamed() throws Exception {
    assertUsage("--methods must be zero-shot", "--methods", "best");
    assertUsage("--methods has head twice", "--methods", "head,head");
    assertUsage("--methods has vote", "--methods", "vote,head");
    assertUsage("--examples", "--examples", "1,x");
    assertUsage("--examples has no number", "--methods", "head", "--examples", "0,1");
    assertUsage("--seeds", "--seeds", "0");
    assertUsage("--depth must be", "--depth", "head");
    assertUsage("--way, --shots and --order", "--shots", "3");
    assertUsage("two forms", "--csv", "--json");
  }

  private void assertUsage(String expected, String... options) throws Exception {
    var outcome = adapt(fake(), options);
    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(expected), outcome.err());
  }

  @Test
  void moreExamplesThanThereAreAreRefused() throws Exception {
    var outcome = adapt(fake(), "--examples", "2,8");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("6 pairs to draw from, and 8"), outcome.err());
  }
}
