package kelvin.cli.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.Cancellation;
import kelvin.inference.EncodedToken;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.Tokenizer;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `generate --certificate`, `replay`, `sample` and `verify` on a fake model of bytes. If these
/// fail, scripts take a text for the recorded one that is not, or miss where it parts.
final class ReplayCommandsTest {

  @TempDir private Path folder;

  private String file = "";

  @BeforeEach
  void generate() {
    file = folder.resolve("a.json").toString();
    var outcome =
        run(
            "generate",
            "--prompt",
            "a",
            "--temperature",
            "0.7",
            "--max-tokens",
            "8",
            "--seed",
            "5",
            "--certificate",
            file);
    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
  }

  /// The folder `hot` holds a model with other logits, `ids` one with other tokens, and any other
  /// folder the model of the tests. None has files.
  private static CliRun.Outcome run(String... arguments) {
    return new CliRun().models((folder, _) -> load(folder)).run(arguments);
  }

  private static LoadedModel load(Path folder) {
    var loaded = CliRun.model(List.of(0), () -> {}, 0);
    var model = new WithoutFiles(loaded.model(), folder.endsWith("hot") ? 0.5f : 1);
    return new LoadedModel(
        model, folder.endsWith("ids") ? new OtherTokens(loaded.tokenizer()) : loaded.tokenizer());
  }

  private record WithoutFiles(LanguageModel model, float scale) implements LanguageModel {

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      model.run(
          ids,
          first,
          (position, row) -> {
            var scaled = row.clone();
            for (int id = 0; id < scaled.length; id++) {
              scaled[id] *= scale;
            }
            sink.accept(position, scaled);
          },
          cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      var of = model.descriptor();
      return new ModelDescriptor(
          of.name(),
          of.folder(),
          of.architecture(),
          List.of(),
          of.precision(),
          of.parameterCount(),
          of.inputs(),
          of.outputs(),
          of.cache(),
          of.logitCount(),
          of.contextLength(),
          of.endOfTextIds(),
          of.probes(),
          of.provedLength(),
          of.warnings());
    }

    @Override
    public void close() {}
  }

  private record OtherTokens(Tokenizer cuts) implements Tokenizer {

    @Override
    public List<EncodedToken> encode(String text) {
      return cuts.encode(text);
    }

    @Override
    public List<Integer> startTokens() {
      return cuts.startTokens();
    }

    @Override
    public Vocabulary vocabulary() {
      return Vocabulary.ofIds(cuts.vocabulary().size());
    }

    @Override
    public void close() {}
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return StreamSupport.stream(json.getAsJsonArray(name).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  @Test
  void withoutOptionsAReplayIsTheRecordedText() {
    var json = run("replay", file, "--json").json();

    assertEquals(
        List.of(
            "kept", "firstDifference", "steps", "recordedText", "text", "logProbability", "stop"),
        List.copyOf(json.keySet()));
    assertTrue(json.get("firstDifference").isJsonNull());
    assertEquals(json.get("recordedText"), json.get("text"));
    for (var step : objects(json, "steps")) {
      assertEquals(step.get("recorded"), step.get("replayed"));
    }
  }

  @Test
  void anotherTemperatureIsWhatGenerateDrawsWithItAndTheFirstDifferenceIsMarked() {
    var json = run("replay", file, "--temperature", "3", "--json").json();
    var generated =
        run(
                "generate",
                "--prompt",
                "a",
                "--temperature",
                "3",
                "--max-tokens",
                "8",
                "--seed",
                "5",
                "--json")
            .json();
    var out = run("replay", file, "--temperature", "3").out();

    assertEquals(generated.get("text"), json.get("text"));
    int first = json.get("firstDifference").getAsInt();
    var steps = objects(json, "steps");
    assertTrue(!steps.get(first).get("recorded").equals(steps.get(first).get("replayed")));
    assertTrue(out.contains("<- first difference"), out);
    assertTrue(out.contains("The first difference is at step " + first + ": “"), out);
  }

  @Test
  void settingsThatNoOptionNamesStayAsRecorded() {
    var json = run("replay", file, "--top-k", "257", "--json").json();

    assertTrue(json.get("firstDifference").isJsonNull(), "τ is still 0.7");
  }

  @Test
  void keptStepsAreMarked() {
    var json = run("replay", file, "--temperature", "3", "--from", "3", "--json").json();
    var out = run("replay", file, "--temperature", "3", "--from", "3").out();

    assertEquals(3, json.get("kept").getAsInt());
    assertTrue(json.get("firstDifference").getAsInt() >= 3);
    assertEquals(3, out.lines().filter(line -> line.strip().endsWith("kept")).count(), out);
    for (var step : objects(json, "steps")) {
      assertTrue(step.get("u").isJsonPrimitive(), "also of kept steps");
    }
  }

  @Test
  void anotherModelWithTheSameTokensDrawsItAndOneWithOtherTokensIsRefused() {
    var other = run("replay", file, "--model", "hot", "--json");
    var refused = run("replay", file, "--model", "ids");

    assertEquals(ExitCode.DONE, other.code());
    assertTrue(other.json().get("firstDifference").isJsonPrimitive());
    assertEquals(ExitCode.UNUSABLE, refused.code());
    assertTrue(refused.err().contains("Name a model with the same tokens"), refused.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--from,-1,--from must be 0 or more",
    "--max-tokens,-1,--max-tokens must be 0 or more",
    "--draw,dice,--draw must be inverse-cdf or gumbel or greedy",
    "--logit-bias,999=1,999"
  })
  void optionsOutOfRangeAreRefusedByName(String option, String value, String sentence) {
    var outcome = run("replay", file, option, value);

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }

  @Test
  void whatIsTheSameToTheBitIsSaidToBe() {
    var json = run("verify", file, "--json");
    var out = run("verify", file);

    assertEquals(ExitCode.DONE, json.code());
    assertTrue(json.json().get("same").getAsBoolean());
    assertTrue(json.json().get("first").isJsonNull());
    assertEquals(8, json.json().get("steps").getAsInt());
    assertEquals(ExitCode.DONE, out.code());
    assertEquals(
        "The same to the bit: the model, the prompt, and the logits and draws of 8 steps.",
        out.out().strip());
  }

  @Test
  void theFirstDifferenceIsNamedWithItsStageAndHasAnExitCodeOfItsOwn() {
    var json = run("verify", file, "--model", "hot", "--json");
    var out = run("verify", file, "--model", "hot").out();

    assertEquals(ExitCode.DIFFERS, json.code());
    assertEquals("logits", json.json().getAsJsonObject("first").get("stage").getAsString());
    assertEquals(0, json.json().getAsJsonObject("first").get("step").getAsInt());
    assertTrue(out.contains("The first difference is in the logits of step 0:"), out);
    assertTrue(out.contains("Of 8 steps, 8 have other logits and "), out);
  }

  @Test
  void otherTokensAndAChangedFileAreNamed() throws Exception {
    var tokens = run("verify", file, "--model", "ids");
    Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("  ", " "));
    var changed = run("verify", file);

    assertEquals(ExitCode.DIFFERS, tokens.code());
    assertTrue(tokens.out().contains("its steps were not compared"), tokens.out());
    assertEquals(ExitCode.DIFFERS, changed.code());
    assertTrue(changed.out().contains("in the file of the certificate"), changed.out());
  }

  @ParameterizedTest
  @CsvSource({"verify", "replay"})
  void aFileThatIsNoCertificateIsRefusedInASentence(String command) throws Exception {
    Files.writeString(Path.of(file), "{\"format\": \"kelvin-session\"");
    var damaged = run(command, file);
    var missing = run(command, file + "x");
    var none = run(command);

    assertEquals(ExitCode.UNUSABLE, damaged.code());
    assertTrue(damaged.err().contains("it ends in the middle."), damaged.err());
    assertEquals(ExitCode.UNUSABLE, missing.code());
    assertTrue(missing.err().contains("there is no such file."), missing.err());
    assertEquals(ExitCode.USAGE, none.code());
  }

  @Test
  void aPromptOfTokenIdsAndAnEmptyTextHaveCertificatesToo() {
    run("generate", "--prompt-ids", "98", "--max-tokens", "0", "--certificate", file);

    assertEquals(ExitCode.DONE, run("verify", file).code());
    assertTrue(run("replay", file).out().contains("No token is another one in 0 steps."));
  }

  @Test
  void samplesAreCountedWithTheGreedyOneBesideThem() {
    var json =
        run("sample", "--prompt", "a", "--count", "60", "--max-tokens", "1", "--json").json();

    assertEquals(
        List.of("samples", "count", "distinct", "greedy", "fit", "runs"),
        List.copyOf(json.keySet()));
    var samples = objects(json, "samples");
    assertEquals(60, samples.stream().mapToInt(sample -> sample.get("count").getAsInt()).sum());
    assertEquals(samples.size(), json.get("distinct").getAsInt());
    assertEquals("b", json.getAsJsonObject("greedy").get("text").getAsString());
    assertEquals(1, json.get("runs").getAsInt());
    var first = samples.getFirst();
    var alone =
        run(
                "generate",
                "--prompt",
                "a",
                "--max-tokens",
                "1",
                "--seed",
                first.get("seed").getAsString(),
                "--json")
            .json();
    assertEquals(alone.get("text"), first.get("text"));
  }

  @Test
  void samplesAreSaidToAgreeOrWhyThatCannotBeKnown() {
    var many = run("sample", "--prompt", "a", "--count", "500", "--max-tokens", "1").out();
    var few = run("sample", "--prompt", "a", "--count", "3", "--max-tokens", "2").out();
    var greedy = run("sample", "--prompt", "a", "--count", "3", "--draw", "greedy").out();

    assertTrue(many.contains("Against the exact probabilities: χ² = "), many);
    assertTrue(few.contains("draw more samples, or fewer tokens."), few);
    assertTrue(greedy.contains("these settings draw no random number"), greedy);
    assertTrue(greedy.contains("3 samples, 1 different."), greedy);
  }

  @ParameterizedTest
  @CsvSource({
    "--count,0,'--count must be 1 to 1,000,000'",
    "--max-tokens,-1,--max-tokens must be 0 or more",
    "--top,-1,--top must be 0 or more"
  })
  void sampleOptionsOutOfRangeAreRefusedByName(String option, String value, String sentence) {
    var outcome = run("sample", "--prompt", "a", option, value);

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }

  @Test
  void aCancelledSampleHasItsOwnCodeAndNoHalfAnswer() {
    var outcome = new CliRun().cancelledInRun(3).run("sample", "--prompt", "a", "--json");

    assertEquals(ExitCode.CANCELLED, outcome.code());
    assertEquals("", outcome.out());
  }

  @Test
  void aTraceShowsTheDistributionOfEachStepWithoutTheModel() {
    var trace = folder.resolve("a.kelvin-trace").toString();
    var made = run("generate", "--prompt", "a", "--max-tokens", "4", "--trace", trace, "--json");
    var ids = objects(made.json(), "steps").stream().map(step -> step.get("id")).toList();
    var noModel =
        new CliRun()
            .models(
                (_, _) -> {
                  throw new AssertionError("no model is opened");
                });

    var json =
        noModel.run("next", "--trace", trace, "--step", "2", "--temperature", "2", "--json").json();
    var live =
        run(
                "next",
                "--prompt",
                "a",
                "--generated-ids",
                ids.get(0) + "," + ids.get(1),
                "--temperature",
                "2",
                "--json")
            .json();

    assertEquals("fake-model (a record in half precision)", json.get("model").getAsString());
    assertEquals(live.get("context"), json.get("context"));
    assertEquals(live.get("entropy").getAsDouble(), json.get("entropy").getAsDouble(), 1e-3);
    for (int i = 0; i < 20; i++) {
      var one = objects(json, "candidates").get(i);
      var other = objects(live, "candidates").get(i);
      assertEquals(other.get("token"), one.get("token"));
      assertEquals(
          other.get("probability").getAsDouble(), one.get("probability").getAsDouble(), 1e-4);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--step,4,'--step must be 0 to 3, was 4'",
    "--step,-1,'--step must be 0 to 3, was -1'",
    "--model,hot,leave out --model",
    "--generated-ids,5,leave out --model",
    "--watch,abc,--watch takes the text of one token with --trace"
  })
  void whatATraceCannotAnswerIsRefusedByName(String option, String value, String sentence) {
    var trace = folder.resolve("a.kelvin-trace").toString();
    run("generate", "--prompt", "a", "--max-tokens", "4", "--trace", trace);

    var outcome = run("next", "--trace", trace, option, value);

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }

  @Test
  void aRecordThatCannotBeWrittenIsSaidInASentence() {
    var nowhere = folder.resolve("none").resolve("a").toString();

    for (var option : List.of("--trace", "--certificate")) {
      var outcome = run("generate", "--prompt", "a", "--max-tokens", "1", option, nowhere);
      assertEquals(ExitCode.UNUSABLE, outcome.code());
      assertTrue(outcome.err().contains("its folder does not exist."), outcome.err());
    }
    assertEquals(ExitCode.UNUSABLE, run("next", "--trace", file).code());
  }
}
