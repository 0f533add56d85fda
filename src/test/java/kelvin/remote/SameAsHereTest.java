package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.cli.CliRun;
import kelvin.cli.LetterTask;
import kelvin.cli.environment.ExitCode;
import kelvin.onnx.Models;
import kelvin.opening.ModelOpener;
import kelvin.remote.fixture.Access;
import kelvin.remote.fixture.ServedGraph;
import kelvin.remote.fixture.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The bundled model behind a server of the Open Inference Protocol. If these tests fail, a user
/// who moves a model to a server sees other numbers than before.
class SameAsHereTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @TempDir private Path cache;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void assertSame(boolean binary, String... command) throws Exception {
    try (var _ = serving(binary)) {
      var here = answer(command, "--model", Models.bundled().toString());
      var there = answer(command, onServer());
      assertEquals(here, there);
    }
  }

  private ServedGraph serving(boolean binary) throws Exception {
    return ServedGraph.on(server, Models.bundled().resolve("model.onnx"), binary);
  }

  private String address() {
    return "oip+http://" + server.host() + ServedGraph.PATH;
  }

  private String[] onServer() {
    return new String[] {"--model", address(), "--tokenizer", Models.bundled().toString()};
  }

  private String answer(String[] command, String... model) {
    var outcome = run(command, model);
    assertEquals(0, outcome.code(), outcome.err());
    assertFalse(outcome.out().isBlank());
    // The speed of a generation differs from run to run.
    return outcome.out().replaceAll("\"(\\w*[sS]econds?|tokensPerSecond)\":[\\d.E-]+,?", "");
  }

  private CliRun.Outcome run(String[] command, String... model) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(model));
    arguments.add("--json");
    var opener = ModelOpener.withoutTrial(1, cache).withServers(Access.of(_ -> null));
    return new CliRun().models(opener).run(arguments.toArray(String[]::new));
  }

  @Test
  void nextTokensAreTheSameWithNumbersAsBytes() throws Exception {
    assertSame(true, "next", "--prompt", PROMPT, "--top", "4096");
  }

  @Test
  void nextTokensAreTheSameWithNumbersInJson() throws Exception {
    assertSame(false, "next", "--prompt", PROMPT, "--top", "4096");
  }

  @Test
  void scoresOfAllPositionsAreTheSame() throws Exception {
    assertSame(true, "score", "--prompt", PROMPT + " girl named Lily.");
  }

  @Test
  void drawnTextsAreTheSameTokenByToken() throws Exception {
    assertSame(true, "generate", "--prompt", PROMPT, "--max-tokens", "12", "--seed", "7");
  }

  @Test
  void wholeAnswersAreTheSame() throws Exception {
    assertSame(true, "answers", "--prompt", PROMPT, "--budget", "12");
  }

  /// The other commands that a server can answer. `FILE` stands for a task, `RECORD` for the
  /// certificate of a text that was drawn here.
  static List<String> commands() {
    return List.of(
        "sample --count 12 --max-tokens 2 --seed 3",
        "label --labels girl,boy,dog",
        "label --labels girl,boy --normalize pmi",
        "expand --depth 2 --budget 6",
        "probability --text \u00a0girl",
        "sweep FILE --at 0,1 --draws 2",
        "evaluate FILE",
        "prompt FILE --check",
        "adapt FILE --methods zero-shot,few-shot --examples 1 --seeds 1",
        "replay RECORD --temperature 1.3");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theOtherCommandsAreTheSameToo(String line) throws Exception {
    var words = new ArrayList<String>();
    for (var word : line.split(" ", -1)) {
      words.add(
          switch (word) {
            case "FILE" -> LetterTask.in(cache);
            case "RECORD" -> record();
            default -> word.replace('\u00a0', ' ');
          });
    }
    if (!line.contains("FILE") && !line.contains("RECORD")) {
      words.addAll(List.of("--prompt", PROMPT));
    }
    assertSame(true, words.toArray(String[]::new));
  }

  private String record() {
    var file = cache.resolve("text.json").toString();
    answer(
        new String[] {"generate", "--prompt", PROMPT, "--max-tokens", "5", "--certificate", file},
        "--model",
        Models.bundled().toString());
    return file;
  }

  @Test
  void comparisonsAreTheSameWhicheverModelIsOnTheServer() throws Exception {
    var asked = new String[] {"compare", "--prompt", PROMPT, "--against", "AGAINST"};
    try (var _ = serving(true)) {
      var local = Models.bundled().toString();
      asked[4] = local;
      var here = withoutSides(answer(asked, "--model", local));
      var fromServer = withoutSides(answer(asked, onServer()));
      asked[4] = address();
      var withServer = withoutSides(answer(asked, "--model", local));
      var both = withoutSides(answer(asked, onServer()));
      var named = withoutSides(answer(asked, "--model", local, "--against-tokenizer", local));

      assertEquals(List.of(here, here, here, here), List.of(fromServer, withServer, both, named));
      assertTrue(here.contains("\"maxKl\":0.0"), here);
      assertTrue(here.contains("\"firstFlippedDraw\":null"), here);
    }
  }

  /// The sides tell what a server does not: the size of the files and the precision of the weights.
  private static String withoutSides(String comparison) {
    var json = JsonParser.parseString(comparison);
    json.getAsJsonObject().remove("model");
    json.getAsJsonObject().remove("against");
    return json.toString();
  }

  @Test
  void aTokenizerForTheOtherModelBelongsToAnAddress() {
    var outcome =
        run(
            new String[] {
              "compare", "--prompt", PROMPT, "--against", ".", "--against-tokenizer", "."
            });

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("give its address with --against"), outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"features", "neighbors", "layers", "attention", "attribute", "finetune"})
  void whatNeedsTheFilesOfTheModelIsRefusedInASentence(String command) throws Exception {
    var words =
        switch (command) {
          case "neighbors" -> new String[] {command, "--token", " girl"};
          case "finetune" ->
              new String[] {command, LetterTask.in(cache), "-o", cache.resolve("out").toString()};
          default -> new String[] {command, "--prompt", PROMPT};
        };
    try (var _ = serving(true)) {
      var outcome = run(words, onServer());

      assertEquals(ExitCode.UNUSABLE, outcome.code(), outcome.err());
      assertEquals("", outcome.out());
      assertTrue(outcome.err().contains("runs on a server"), outcome.err());
    }
  }

  @Test
  void aCertificateFromHereHasTheSameRowsOnTheServerAndOnlyTheFilesAreMissed() throws Exception {
    try (var _ = serving(true)) {
      var json = run(new String[] {"verify", record()}, onServer()).json();

      assertEquals(0, json.get("otherLogits").getAsInt());
      assertEquals(0, json.get("largestChange").getAsDouble());
      assertEquals(1, json.getAsJsonArray("differences").size());
      assertEquals("model", json.getAsJsonObject("first").get("stage").getAsString());
    }
  }
}
