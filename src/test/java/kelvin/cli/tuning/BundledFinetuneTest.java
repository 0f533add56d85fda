package kelvin.cli.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import kelvin.app.AppAccess;
import kelvin.app.ModelOpeners;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bundled model is fine-tuned by the command, on 32 pairs of a data set that comes along. If
/// these tests fail, a training learns nothing, or cannot be repeated.
class BundledFinetuneTest {

  private static final Pattern MEMORY =
      Pattern.compile("copies of the model are trained, which takes up to \\d+ MB of memory");

  @TempDir private Path folder = Path.of("");

  private CliRun.Outcome finetune(String target) {
    var loader = ModelOpeners.forWindow(1, AppAccess.cache());
    return new CliRun()
        .models((_, cancellation) -> loader.load(AppAccess.bundledModel(), cancellation))
        .run(
            "finetune",
            "question-kinds",
            "--depth",
            "all",
            "--examples",
            "32",
            "--epochs",
            "5",
            "--seed",
            "3",
            "--limit",
            "60",
            "--progress",
            "--json",
            "-o",
            folder.resolve(target).toString());
  }

  private static List<Double> losses(CliRun.Outcome outcome, String name) {
    return outcome.json().getAsJsonArray(name).asList().stream()
        .map(JsonElement::getAsDouble)
        .toList();
  }

  @Test
  void allWeightsLearnAndTheSameSeedGivesTheSameBytes() throws Exception {
    var outcome = finetune("one");
    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertTrue(MEMORY.matcher(outcome.err()).find(), outcome.err());

    var train = losses(outcome, "trainLoss");
    var heldOut = losses(outcome, "heldOutLoss");
    assertTrue(train.getLast() < train.getFirst() / 2, train::toString);
    assertTrue(heldOut.getLast() < heldOut.getFirst() / 2, heldOut::toString);
    double before = outcome.json().getAsJsonObject("before").get("accuracy").getAsDouble();
    double after = outcome.json().get("accuracy").getAsDouble();
    assertTrue(after > before, () -> before + " became " + after);

    finetune("two");
    assertEquals(
        -1,
        Files.mismatch(
            folder.resolve("one").resolve("model.onnx"),
            folder.resolve("two").resolve("model.onnx")));
  }
}
