package kelvin.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.StandardStreams;

/// Runs a user's first minute in one process that ends by itself. The build learns from it which
/// classes to load and link ahead of time, for the window and for the command line.
final class Rehearsal {

  /// The only argument of the process.
  static final String ARGUMENT = "--rehearse";

  private static final String PROMPT = "Once upon a time there was a little";

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("next", "--prompt", PROMPT, "--top-p", "0.9", "--watch", " cat"),
          List.of("next", "--prompt", PROMPT, "--top-k", "40", "--json"),
          List.of("score", PROMPT),
          List.of("generate", "--prompt", PROMPT, "--max-tokens", "8", "--seed", "7"));

  private Rehearsal() {}

  /// @param err takes the reason if no window can open
  /// @return the exit code: that of the first part that failed
  static int run(PrintWriter err) {
    for (var command : COMMANDS) {
      int code = Main.commandLine(silence(), command.toArray(String[]::new));
      if (code != ExitCode.DONE) {
        return code;
      }
    }
    return WindowLauncher.launch(RehearsedApplication.class, err);
  }

  private static StandardStreams silence() {
    return StandardStreams.of(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        UTF_8);
  }
}
