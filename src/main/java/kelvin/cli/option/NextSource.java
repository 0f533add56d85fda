package kelvin.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The source of the logits of `next`: a model after a prompt, a trace, or a file.
public final class NextSource extends PromptSource {

  @Option(
      names = "--logits-file",
      paramLabel = "FILE",
      description =
          "Logits instead of a model: a JSON array of numbers, with the strings \"-inf\", \"inf\""
              + " and \"nan\" for those. A token's text is then its id.")
  private @Nullable String logitsFile;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "A step of a trace that kelvin generate wrote, instead of a model; see --step.")
  private @Nullable String trace;

  public Optional<String> trace() {
    return Optional.ofNullable(trace);
  }

  public Optional<String> logitsFile() {
    return Optional.ofNullable(logitsFile);
  }
}
