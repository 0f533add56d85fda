package kelvin.experiment.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.app.AppAccess;
import kelvin.cli.KelvinCli;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.StandardStreams;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelLength;
import kelvin.engine.label.Normalization;
import kelvin.experiment.LentModel;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.opening.ModelOpener;
import kelvin.prompt.task.TaskLibrary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Compares `evaluate` with `label` for all shipped tasks on the bundled model. If it fails, a
/// user reads other numbers about a data set than about its single inputs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAsLabelTest {

  /// The model keeps states between runs and then sums in another order.
  private static final double ROUNDING = 2e-4;

  private final LoadedModel model;

  /// The output of `label` by task, test input and answer, for tasks without labels.
  private final Map<String, JsonObject> answers = new HashMap<>();

  SameAsLabelTest(@TempDir Path cache) throws Exception {
    model = ModelOpener.withoutTrial(1, cache).load(AppAccess.bundledModel(), new Cancellation());
  }

  @AfterAll
  void close() {
    model.close();
  }

  private JsonObject run(List<String> arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var environment =
        new CliEnvironment(
            (_, _) -> LentModel.of(model),
            AppAccess.bundledModel(),
            () -> {
              throw new AssertionError("nobody draws");
            },
            StandardStreams.of(new ByteArrayInputStream(new byte[0]), out, err, UTF_8),
            new Cancellation());
    int code = new KelvinCli(environment, _ -> Path.of("")).run(arguments.toArray(String[]::new));
    assertEquals(ExitCode.DONE, code, arguments + err.toString(UTF_8));
    return JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
  }

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void everyItemIsWhatLabelSays(Normalization normalization) {
    int compared = 0;
    for (var name : TaskLibrary.names()) {
      var task = TaskLibrary.find(name).orElseThrow();
      if (task.tests().stream().anyMatch(test -> test.answer().isPresent())) {
        var evaluation =
            run(List.of("evaluate", name, "--normalize", normalization.label(), "--json"));
        for (var each : evaluation.getAsJsonArray("items")) {
          var item = each.getAsJsonObject();
          if (!task.labels().isEmpty()) {
            assertItem(name, normalization, item);
            compared++;
          } else if (normalization == Normalization.NONE
              || item.get("place").getAsString().equals("test 1")) {
            // An open item needs a run for each answer and each input without content: all of them
            // take over two minutes, so the other normalisations are compared on one item.
            assertOpenItem(name, normalization, evaluation, item);
            compared++;
          }
        }
      }
    }
    int least = normalization == Normalization.NONE ? 100 : 60;
    assertTrue(compared > least, compared + " items compared");
  }

  private void assertItem(String task, Normalization normalization, JsonObject item) {
    var test = item.get("place").getAsString().substring("test ".length());
    var label =
        run(
            List.of(
                "label",
                "--task",
                task,
                "--test",
                test,
                "--normalize",
                normalization.label(),
                "--json"));

    var shares = item.getAsJsonObject("probabilities");
    for (var each : label.getAsJsonArray("labels")) {
      var its = each.getAsJsonObject();
      assertEquals(
          its.get("share").getAsDouble(),
          shares.get(its.get("label").getAsString()).getAsDouble(),
          ROUNDING,
          task + " " + item.get("place"));
    }
    assertEquals(label.get("choice"), item.get("choice"), task);
    assertEquals(label.get("answer"), item.get("y"), task);
    if (!label.get("outside").isJsonNull()) {
      double outside = label.get("outside").getAsDouble();
      assertEquals(1 - outside, item.get("labelMass").getAsDouble(), ROUNDING, task);
    }
  }

  /// A task without labels: `label` scores one answer at a time, which the normalisation joins.
  private void assertOpenItem(
      String task, Normalization normalization, JsonObject evaluation, JsonObject item) {
    var labels =
        evaluation.getAsJsonArray("labels").asList().stream().map(l -> l.getAsString()).toList();
    var test = item.get("place").getAsString().substring("test ".length());
    var logs = new ArrayList<Double>();
    var lengths = new ArrayList<LabelLength>();
    var prior = new ArrayList<List<Double>>();
    for (var label : labels) {
      var answer = answer(normalization, task, test, label);
      var its = answer.getAsJsonArray("labels").get(0).getAsJsonObject();
      logs.add(its.get("totalLogProbability").getAsDouble());
      lengths.add(LabelLength.of(its.get("text").getAsString(), its.get("count").getAsInt()));
    }
    for (var input : normalization.defaultContentFree()) {
      prior.add(
          labels.stream()
              .map(label -> after(answer(normalization, task, test, label), input))
              .toList());
    }
    var shares = LabelChoice.of(normalization, logs, lengths, prior).shares();
    for (int i = 0; i < labels.size(); i++) {
      assertEquals(
          shares.get(i),
          item.getAsJsonObject("probabilities").get(labels.get(i)).getAsDouble(),
          ROUNDING,
          task + " " + item.get("place") + " " + labels.get(i));
    }
  }

  /// Returns the output of `label` for one answer, with all inputs without content where they are
  /// needed.
  private JsonObject answer(Normalization normalization, String task, String test, String label) {
    var scored = normalization.needsContentFree() ? Normalization.CONTEXTUAL : Normalization.NONE;
    return answers.computeIfAbsent(
        String.join("\n", scored.label(), task, test, label),
        _ ->
            run(
                List.of(
                    "label",
                    "--task",
                    task,
                    "--test",
                    test,
                    "--answer",
                    label,
                    "--normalize",
                    scored.label(),
                    "--json")));
  }

  private static double after(JsonObject answer, String contentFree) {
    return answer.getAsJsonArray("contentFree").asList().stream()
        .map(each -> each.getAsJsonObject())
        .filter(each -> each.get("input").getAsString().equals(contentFree))
        .findFirst()
        .orElseThrow()
        .getAsJsonArray("totalLogProbabilities")
        .get(0)
        .getAsDouble();
  }
}
