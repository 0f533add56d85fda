package kelvin.cli.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program as a user starts it, in a JVM of its own, on the modules of this test run.
final class KelvinProcess {

  private static final int MAX_SECONDS = 120;

  private final Path folder;
  private final List<String> jvmOptions;
  private int started;

  /// The exit code and the output of the process.
  record Outcome(int code, String out, String err) {

    JsonObject json() {
      assertTrue(code == 0, err);
      return JsonParser.parseString(out).getAsJsonObject();
    }
  }

  /// @param folder for what the process writes
  KelvinProcess(Path folder, String... jvmOptions) {
    this.folder = folder;
    this.jvmOptions = List.of(jvmOptions);
  }

  /// A process that runs beside the test.
  interface Running {

    /// Waits for its end.
    Outcome outcome() throws IOException, InterruptedException;
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).outcome();
  }

  /// Starts a process that other processes may run beside.
  Running start(String... arguments) throws IOException {
    started++;
    var out = folder.resolve("out " + started);
    var err = folder.resolve("err " + started);
    var process =
        new ProcessBuilder(command(arguments))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    return () -> {
      try {
        assertTrue(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS), "it does not end");
      } finally {
        process.destroyForcibly();
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    };
  }

  List<String> command(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--module-path=" + System.getProperty("jdk.module.path"));
    // The dependencies of automatic modules stand on the class path of a test run.
    command.add("--class-path=" + System.getProperty("java.class.path"));
    command.add(
        "--enable-native-access=kelvin,javafx.graphics,com.microsoft.onnxruntime,ai.djl.tokenizers,ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    // A short process is over before the second compiler or another collector are of use.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:-UsePerfData");
    command.add("-Dkelvin.home=" + System.getProperty("kelvin.home"));
    command.addAll(jvmOptions);
    command.add("--module=kelvin/kelvin.app.Main");
    command.addAll(List.of(arguments));
    return command;
  }
}
