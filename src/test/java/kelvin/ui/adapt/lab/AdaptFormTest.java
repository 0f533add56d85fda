package kelvin.ui.adapt.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import kelvin.cli.CliRun;
import kelvin.cli.FakeInside;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptWork;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.tuning.Depth;
import kelvin.inference.Cancellation;
import kelvin.inference.StartToken;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.ui.lab.PlaygroundPrompt;
import kelvin.workspace.adaptation.AdaptationFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form on a fake model whose features are the last letter. If these fail, the window compares
/// something else than was typed, or than the command does.
class AdaptFormTest {

  private static final String TASK =
      """
      {"kelvin": "task", "version": 1, "name": "Letters",
       "layout": {"template": "{x}{y}", "separator": " "}, "labels": ["b", "c"],
       "examples": [{"x": "a", "y": "b"}, {"x": "d", "y": "b"}, {"x": "g", "y": "b"},
                    {"x": "s", "y": "c"}, {"x": "v", "y": "c"}, {"x": "y", "y": "c"}],
       "tests": [{"x": "e", "y": "b"}, {"x": "w", "y": "c"}]}
      """;

  @TempDir private Path folder = Path.of("");
  private final AdaptForm form = new AdaptForm(new Fixed(), Runnable::run, Runnable::run);

  /// A playground with one prompt.
  private record Fixed() implements PlaygroundPrompt {

    @Override
    public Trial trial() {
      return new Trial(new FreePrompt("{x}>"), List.of(), Optional.empty(), false);
    }

    @Override
    public Trial composed() {
      return trial();
    }

    @Override
    public boolean isFewShot() {
      return false;
    }

    @Override
    public StartToken startToken() {
      return StartToken.AUTO;
    }

    @Override
    public void restore(Trial wanted, String name) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void openTheTask() throws IOException {
    form.data().open(Files.writeString(folder.resolve("letters.json"), TASK));
    form.examplesProperty().set("4, 0,2");
    form.seedsProperty().set("2");
  }

  private void choose(AdaptMethod... methods) {
    AdaptMethod.ALL.forEach(each -> form.method(each).set(List.of(methods).contains(each)));
  }

  private AdaptPlanned.Ready ready() {
    return assertInstanceOf(AdaptPlanned.Ready.class, form.plannedProperty().get());
  }

  private String refusal() {
    return assertInstanceOf(AdaptPlanned.Refused.class, form.plannedProperty().get()).reason();
  }

  private Adaptation measured() {
    return AdaptWork.run(
        ready().origin().setup(), FakeInside.loaded(0), _ -> {}, new Cancellation());
  }

  /// Leaves out what no two runs have in common.
  private static JsonObject withoutTimes(String json) {
    var document = JsonParser.parseString(json).getAsJsonObject();
    document.remove("seconds");
    for (var list : List.of("summary", "points")) {
      StreamSupport.stream(document.getAsJsonArray(list).spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .forEach(
              each -> {
                each.remove("adaptSeconds");
                each.remove("answerSeconds");
              });
    }
    return document;
  }

  @Test
  void theWindowMeasuresWhatTheCommandMeasures() throws Exception {
    choose(
        AdaptMethod.ZERO_SHOT,
        AdaptMethod.FEW_SHOT,
        AdaptMethod.CALIBRATED,
        AdaptMethod.HEAD,
        AdaptMethod.FINETUNE);
    var command =
        new CliRun()
            .models((_, _) -> FakeInside.loaded(0))
            .run(
                "adapt",
                folder.resolve("letters.json").toString(),
                "--methods",
                "zero-shot,few-shot,calibrated,head,finetune",
                "--examples",
                "0,2,4",
                "--seeds",
                "2",
                "--json");

    var window = measured();

    assertTrue(window.points().size() > 10, window.toString());
    assertEquals(withoutTimes(command.out()), withoutTimes(AdaptationFile.text(window)));
  }

  @Test
  void theTrialOfAPointIsThePromptThatItWasMeasuredWith() {
    choose(AdaptMethod.ZERO_SHOT, AdaptMethod.FEW_SHOT, AdaptMethod.HEAD);
    var setup = ready().origin().setup();

    for (var point : measured().points()) {
      var trial = setup.trial(point);
      assertEquals(point.made().prompt().replace("{x}", "e"), trial.prompt().render());
      assertEquals(List.of("b", "c"), trial.labels());
      assertEquals(Optional.of("b"), trial.answer());
    }
  }

  @Test
  void whatIsTypedIsWhatIsMeasured() {
    choose(AdaptMethod.FINETUNE, AdaptMethod.HEAD);
    form.training().depthProperty().set(Depth.NORMS);
    form.training().epochsProperty().set("7");

    var setup = ready().origin().setup();
    assertEquals(List.of(AdaptMethod.HEAD, AdaptMethod.FINETUNE), setup.extent().methods());
    assertEquals(List.of(0, 2, 4), setup.extent().examples());
    assertEquals(Depth.NORMS, setup.training().depth());
    assertEquals(7, setup.training().settings().epochs());
    assertTrue(ready().summary().endsWith("8 points to measure."), ready().summary());
  }

  @Test
  void whatMakesNoSenseIsSaidBeforeAnythingRuns() {
    choose();
    assertEquals("Choose at least one method.", refusal());
    choose(AdaptMethod.HEAD);
    form.examplesProperty().set("0,1");
    assertTrue(refusal().contains("no number that one of the chosen methods"), refusal());
    form.examplesProperty().set("2,many");
    assertTrue(refusal().startsWith("Examples must be whole numbers"), refusal());
    form.examplesProperty().set("2,8");
    assertTrue(refusal().contains("6 pairs to draw from, and 8"), refusal());
    form.examplesProperty().set("2");
    form.seedsProperty().set("0");
    assertTrue(refusal().startsWith("Draws must be"), refusal());
  }
}
