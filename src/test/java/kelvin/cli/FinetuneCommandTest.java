package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelInside;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `finetune` on a fake model whose features are the last letter. If these fail, users get a head
/// that is not the one that was said, or lose a folder.
final class FinetuneCommandTest {

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

  @BeforeEach
  void writeModel() throws Exception {
    Files.createDirectory(folder.resolve("model"));
    Files.writeString(folder.resolve("model/model.onnx"), "graph");
    Files.writeString(folder.resolve("model/config.json"), "{}");
  }

  private String table(String content) throws Exception {
    return Files.writeString(folder.resolve("t.csv"), content).toString();
  }

  /// The fake with a folder that exists.
  private record InFolder(FakeInside fake, Path folder) implements LanguageModel {

    @Override
    public Optional<ModelInside> inside() {
      return fake.inside();
    }

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      fake.run(ids, first, sink, cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      var known = fake.descriptor();
      var graph = new ModelDescriptor.ModelFile(folder.resolve("model.onnx"), 5);
      return new ModelDescriptor(
          known.name(),
          folder,
          known.architecture(),
          List.of(graph),
          known.precision(),
          known.parameterCount(),
          known.inputs(),
          known.outputs(),
          known.cache(),
          known.logitCount(),
          known.contextLength(),
          known.endOfTextIds(),
          known.probes(),
          known.provedLength(),
          known.warnings());
    }

    @Override
    public void close() {
      fake.close();
    }
  }

  private CliRun.Outcome run(String model, String... arguments) {
    var in = folder.resolve(model);
    return new CliRun()
        .models(
            (_, _) -> {
              var loaded = FakeInside.loaded(0);
              return new LoadedModel(
                  new InFolder((FakeInside) loaded.model(), in), loaded.tokenizer());
            })
        .run(arguments);
  }

  private CliRun.Outcome finetune(String table, String... more) throws Exception {
    var arguments =
        new ArrayList<>(
            List.of(
                "finetune",
                table(table),
                "--split",
                "column=part",
                "--layout",
                "{x}{y}",
                "-o",
                folder.resolve("tuned").toString()));
    arguments.addAll(List.of(more));
    return run("model", arguments.toArray(String[]::new));
  }

  @Test
  void aHeadIsFittedToItsOptimumAndWrittenWithTheModel() throws Exception {
    var outcome = finetune(TABLE, "--json");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    var json = outcome.json();
    assertTrue(
        json.keySet()
            .containsAll(
                List.of(
                    "steps",
                    "trainLoss",
                    "heldOutLoss",
                    "best",
                    "seconds",
                    "accuracy",
                    "parameters")),
        json.keySet().toString());
    assertEquals(1, json.get("accuracy").getAsDouble());
    assertEquals(0.5, json.getAsJsonObject("before").get("accuracy").getAsDouble());
    assertTrue(json.get("gradient").getAsDouble() < 1e-8);
    assertEquals(2 * (FakeInside.WIDTH + 1), json.get("parameters").getAsInt());
    assertEquals("graph", Files.readString(folder.resolve("tuned/model.onnx")));
    assertTrue(Files.readString(folder.resolve("tuned/README.md")).contains("fake-model"));
  }

  @Test
  void evaluateAndLabelUseTheHeadAndSaySo() throws Exception {
    finetune(TABLE);

    var evaluated = run("tuned", "evaluate", table(TABLE), "--split", "column=part", "--json");
    var without =
        run(
            "tuned",
            "evaluate",
            table(TABLE),
            "--split",
            "column=part",
            "--shots",
            "0",
            "--without-head",
            "--json");
    var label = run("tuned", "label", "--model", "tuned", "--prompt", "v", "--json");

    assertEquals(1, evaluated.json().get("accuracy").getAsDouble(), evaluated.err());
    assertEquals("head", evaluated.json().get("normalization").getAsString());
    assertTrue(evaluated.err().contains("Compared by the head"), evaluated.err());
    assertEquals("none", without.json().get("normalization").getAsString(), without.err());
    assertEquals("c", label.json().get("choice").getAsString(), label.err());
    assertEquals("head", label.json().get("comparedBy").getAsString());
  }

  @Test
  void oneLabelOrOneExampleIsRefused() throws Exception {
    var oneLabel = finetune("x,y,part\na,b,train\nd,b,train\ne,b,test\nw,c,test\n");
    var oneExample = finetune("x,y,part\na,b,train\ne,b,test\n");

    assertEquals(ExitCode.UNUSABLE, oneLabel.code());
    assertTrue(oneLabel.err().contains("have the label 'b'"), oneLabel.err());
    assertEquals(ExitCode.UNUSABLE, oneExample.code());
    assertTrue(oneExample.err().contains("only one pair to learn from"), oneExample.err());
    assertFalse(Files.exists(folder.resolve("tuned")));
  }

  @Test
  void aTextThatIsTooLongIsNamed() throws Exception {
    var outcome = finetune(TABLE + "k".repeat(40) + ",b,train\n");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("line 10"), outcome.err());
  }

  @Test
  void aFolderThatExistsIsLeftAlone() throws Exception {
    Files.createDirectory(folder.resolve("tuned"));

    var outcome = finetune(TABLE);

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("already"), outcome.err());
  }

  @Test
  void anotherLabelThanThoseOfTheHeadIsRefused() throws Exception {
    finetune(TABLE);

    var outcome = run("tuned", "label", "--model", "m", "--prompt", "v", "--labels", "b,z");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("not 'z'"), outcome.err());
  }

  @Test
  void weightsThatCannotBeTrainedAreRefusedInASentence() throws Exception {
    var outcome = finetune(TABLE, "--depth", "all");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("cannot be trained"), outcome.err());
    assertFalse(Files.exists(folder.resolve("tuned")));
  }

  @Test
  void optionsThatMakeNoSenseTogetherAreNamed() throws Exception {
    assertUsage("--loss lm trains weights", "--depth", "head", "--loss", "lm");
    assertUsage("--epochs", "--depth", "head", "--epochs", "3");
    assertUsage("--l2", "--depth", "all", "--l2", "1");
    assertUsage("--rank is for --depth lowrank", "--depth", "norms", "--rank", "4");
    assertUsage("--rate", "--depth", "all", "--rate", "-1");
  }

  private void assertUsage(String expected, String... options) throws Exception {
    var outcome = finetune(TABLE, options);
    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(expected), outcome.err());
  }
}
