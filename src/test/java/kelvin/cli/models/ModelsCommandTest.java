package kelvin.cli.models;

import static kelvin.text.PlainWords.assertPlain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.catalog.ModelFolderReader;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import kelvin.hub.cache.HubCache;
import kelvin.hub.fixture.Answers;
import kelvin.hub.fixture.Hubs;
import kelvin.hub.fixture.TestHub;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the name of a model to the line that uses it, without another tool. If these fail, real
/// models are a terminal full of other programs away.
final class ModelsCommandTest {

  @TempDir Path place;
  private TestHub server;

  @BeforeEach
  void start() throws Exception {
    server =
        TestHub.start()
            .putFolder(
                ToyFolder.write(
                    place.resolve("toy"),
                    ToyModel.small(5),
                    ToyFeature.MASK,
                    ToyFeature.EXTERNAL_DATA,
                    ToyFeature.ONNX_FOLDER))
            .put("README.md", new byte[] {'x'});
    server.putLarge("onnx/model_q4.onnx", server.content("onnx/model.onnx"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CliRun.Outcome run(String... arguments) {
    return new CliRun()
        .hub(() -> Hubs.setup(Hubs.of(server.endpoint()), new HubCache(place.resolve("cache"))))
        .run(arguments);
  }

  @Test
  void theShortListNeedsNoNetwork() {
    var outcome = CliRun.of("models", "search");
    var json = CliRun.of("models", "search", "--json").json();

    assertEquals(ExitCode.DONE, outcome.code());
    assertTrue(outcome.out().contains("GPT-2") && outcome.out().contains("SmolLM2-135M"));
    assertEquals(
        "Xenova/gpt2",
        json.getAsJsonArray("models").get(0).getAsJsonObject().get("id").getAsString());
  }

  @Test
  void aSearchListsWhatTheHubHas() {
    var outcome = run("models", "search", "toy");

    assertTrue(outcome.out().contains("someone/toy     12,345  mit"), outcome.out());
    assertEquals(
        12_345,
        run("models", "search", "toy", "--json")
            .json()
            .getAsJsonArray("models")
            .get(0)
            .getAsJsonObject()
            .get("downloads")
            .getAsInt());
  }

  @Test
  void aDryRunSaysPrecisionsFilesAndSizesAndFetchesNothing() {
    var outcome = run("models", "get", "someone/toy", "--dry-run");
    var json = run("models", "get", "someone/toy", "--dry-run", "--json").json();

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("* fp32"), outcome.out());
    assertTrue(outcome.out().contains("  q4"), outcome.out());
    assertTrue(outcome.out().contains("to fetch  onnx/model.onnx_data"), outcome.out());
    assertTrue(outcome.out().contains("Nothing was fetched."), outcome.out());
    assertEquals(json.get("bytes").getAsLong(), json.get("toFetch").getAsLong());
    assertEquals(2, json.getAsJsonArray("graphs").size());
    assertEquals(List.of(), server.seenOf("config.json"));
    assertFalse(Files.exists(place.resolve("cache")));
  }

  @Test
  void afterGetTheModelOpensAndTheLineToTryIsThere() throws Exception {
    var outcome = run("models", "get", "someone/toy");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    var folder = Path.of(outcome.out().lines().toList().get(1));
    assertTrue(
        outcome.out().contains("kelvin next --model " + folder + " --prompt 'Once upon a time'"),
        outcome.out());
    var opened = new ModelFolderReader().read(folder);
    assertEquals("model.onnx", opened.graph().getFileName().toString());
    assertTrue(opened.tokenizer().isPresent());
    assertEquals("", outcome.err());
  }

  @Test
  void aSecondPrecisionIsOpenedByItsFile() {
    run("models", "get", "someone/toy");
    var json = run("models", "get", "someone/toy", "--precision", "q4", "--json").json();

    assertEquals("q4", json.get("precision").getAsString());
    assertTrue(json.get("model").getAsString().endsWith("onnx/model_q4.onnx"));
    assertTrue(json.get("folder").getAsString().endsWith(TestHub.COMMIT));
  }

  @Test
  void whatWasFetchedIsListedAndRemoved() {
    assertTrue(run("models", "list").out().startsWith("There is no ONNX model in "));
    run("models", "get", "someone/toy");

    var list = run("models", "list");
    var json = run("models", "list", "--json").json();
    var model = json.getAsJsonArray("models").get(0).getAsJsonObject();

    assertTrue(list.out().contains("someone/toy  main"), list.out());
    assertEquals("main", model.getAsJsonArray("revisions").get(0).getAsString());

    assertTrue(
        run("models", "remove", "someone/toy", "--dry-run").out().startsWith("Would remove"));
    assertEquals(1, run("models", "list", "--json").json().getAsJsonArray("models").size());
    assertTrue(run("models", "remove", "someone/toy").out().startsWith("Removed someone/toy: "));
    assertEquals(0, run("models", "list", "--json").json().getAsJsonArray("models").size());
    var again = run("models", "remove", "someone/toy");
    assertEquals(ExitCode.UNUSABLE, again.code());
    assertTrue(again.err().contains("it holds no model someone/toy"), again.err());
  }

  @Test
  void weightsOfOtherToolsAreNotRemovedUnasked() throws Exception {
    run("models", "get", "someone/toy");
    var snapshot = place.resolve("cache/models--someone--toy/snapshots/" + TestHub.COMMIT);
    Files.writeString(snapshot.resolve("model.safetensors"), "of Transformers");

    var refused = run("models", "remove", "someone/toy");

    assertEquals(ExitCode.UNUSABLE, refused.code());
    assertTrue(refused.err().contains("model.safetensors of other tools"), refused.err());
    assertEquals(ExitCode.DONE, run("models", "remove", "someone/toy", "--all").code());
    assertFalse(Files.exists(snapshot));
  }

  @Test
  void aRefusalIsOnePlainLine() {
    server.always(
        "/api/models/someone/toy/revision/", Answers.status(401, "X-Error-Code", "GatedRepo"));

    var outcome = run("models", "get", "someone/toy");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals(1, outcome.err().lines().count());
    assertPlain(outcome.err().strip());
    assertTrue(outcome.err().contains("accepted its conditions"), outcome.err());
  }

  @Test
  void aNameThatIsNoneIsWrongUsage() {
    for (var name : List.of("../x", "a b", "a/b/c", "x".repeat(1000))) {
      var outcome = run("models", "get", name);

      assertEquals(ExitCode.USAGE, outcome.code());
      assertTrue(outcome.err().contains("is no name of a repository"), outcome.err());
      assertTrue(outcome.err().contains("kelvin models get --help"), outcome.err());
    }
    assertEquals(ExitCode.USAGE, run("models").code());
    assertEquals(ExitCode.USAGE, run("models", "search", "x", "--limit", "0").code());
    assertEquals(List.of(), server.seen());
  }
}
