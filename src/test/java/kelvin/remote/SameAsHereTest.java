package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.cli.CliRun;
import kelvin.onnx.Models;
import kelvin.opening.ModelOpener;
import kelvin.remote.fixture.Access;
import kelvin.remote.fixture.ServedGraph;
import kelvin.remote.fixture.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    try (var _ = ServedGraph.on(server, Models.bundled().resolve("model.onnx"), binary)) {
      var here = run(command, "--model", Models.bundled().toString());
      var there =
          run(
              command,
              "--model",
              "oip+http://" + server.host() + ServedGraph.PATH,
              "--tokenizer",
              Models.bundled().toString());
      assertEquals(here, there);
    }
  }

  private String run(String[] command, String... model) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(model));
    arguments.add("--json");
    var opener = ModelOpener.withoutTrial(1, cache).withServers(Access.of(_ -> null));
    var outcome = new CliRun().models(opener).run(arguments.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
    // How fast a text was drawn differs from run to run.
    return outcome.out().replaceFirst("\"tokensPerSecond\":[\\d.]+", "");
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
}
