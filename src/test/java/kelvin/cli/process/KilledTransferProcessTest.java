package kelvin.cli.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kelvin.cli.environment.ExitCode;
import kelvin.hub.fixture.Answers;
import kelvin.hub.fixture.TestHub;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A laptop that falls asleep or a session that ends kills a download of gigabytes. If it had to
/// begin anew, or went on with wrong bytes, large models could not be had at all.
///
/// The system property `kelvin.kills` sets how often the process is killed.
final class KilledTransferProcessTest {

  private static final int KILLS = Integer.getInteger("kelvin.kills", 5);

  /// Slow enough that a process cannot fetch it all between two kills.
  private static final int WEIGHT_BYTES = Math.max(4, KILLS) * 300_000;

  private static final String TOKEN = "hf_secretOfTheTest";

  @TempDir Path place;

  @Test
  void aTransferThatIsKilledAgainAndAgainEndsWithTheRightBytes() throws Exception {
    var folder =
        ToyFolder.write(
            place.resolve("toy"), ToyModel.small(5), ToyFeature.MASK, ToyFeature.EXTERNAL_DATA);
    var random = new Random(18);
    try (var server = TestHub.start().putFolder(folder)) {
      var weights = new byte[WEIGHT_BYTES];
      random.nextBytes(weights);
      server.putLarge("model.onnx_data", weights);
      server.always("model.onnx_data", Answers.slow(1));
      int resumed = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        resumed += killedAfter(random.nextInt(1000), server) ? 1 : 0;
      }
      server.always("model.onnx_data", Answers.honest());
      var end = get(server).start();

      assertTrue(end.waitFor(120, TimeUnit.SECONDS));
      assertEquals(0, end.exitValue(), Files.readString(place.resolve("err")));
      var snapshot = place.resolve("home/hub/models--someone--toy/snapshots/" + TestHub.COMMIT);
      assertArrayEquals(weights, Files.readAllBytes(snapshot.resolve("model.onnx_data")));
      assertArrayEquals(
          server.content("config.json"), Files.readAllBytes(snapshot.resolve("config.json")));
      assertTrue(resumed > 0, "no kill fell into the transfer");
      assertTrue(
          server.seenOf("model.onnx_data").stream()
              .anyMatch(each -> each.range().startsWith("bytes=")));
    }
  }

  @Test
  void noFileThatKelvinWritesHoldsTheToken() throws Exception {
    var folder = ToyFolder.write(place.resolve("toy"), ToyModel.small(5), ToyFeature.MASK);
    try (var server = TestHub.start().putFolder(folder)) {
      assertEquals(ExitCode.DONE, run(server));
      server.always("/api/models/", Answers.status(401));
      assertEquals(ExitCode.UNUSABLE, run(server));

      assertTrue(
          server.seen().stream().allMatch(each -> each.authorization().equals("Bearer " + TOKEN)));
    }
    try (var all = Files.walk(place)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(TOKEN), file.toString());
      }
    }
  }

  private int run(TestHub server) throws Exception {
    var process = get(server).start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    return process.exitValue();
  }

  /// @return whether the process had begun to fetch the weights when it was killed
  private boolean killedAfter(int millis, TestHub server) throws Exception {
    int before = server.seenOf("model.onnx_data").size();
    var process = get(server).start();
    try {
      // Half of the kills fall anywhere, the others into the transfer.
      if (millis % 2 == 0) {
        while (server.seenOf("model.onnx_data").size() == before
            && !process.waitFor(5, TimeUnit.MILLISECONDS)) {
          Thread.onSpinWait();
        }
      }
      var _ = process.waitFor(millis, TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly();
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return server.seenOf("model.onnx_data").size() > before;
  }

  private ProcessBuilder get(TestHub server) throws Exception {
    var command = new KelvinProcess(place).command("models", "get", TestHub.REPOSITORY);
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(place.resolve("out").toFile())
            .redirectError(place.resolve("err").toFile());
    var environment = builder.environment();
    environment.put("HF_ENDPOINT", server.endpoint().toString());
    environment.put("HF_HOME", place.resolve("home").toString());
    environment.put("XDG_CACHE_HOME", place.resolve("kelvin").toString());
    environment.put("XDG_STATE_HOME", place.resolve("state").toString());
    environment.put("XDG_CONFIG_HOME", place.resolve("config").toString());
    environment.put("HF_TOKEN", TOKEN);
    environment.put("no_proxy", "*");
    environment.remove("HF_HUB_CACHE");
    return builder;
  }
}
