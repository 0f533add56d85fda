package kelvin.cli.option;

import java.io.InputStream;
import java.util.Optional;
import kelvin.cli.environment.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The source of the prompt before the labels: a text or a task.
public final class LabelSource extends PromptSource {

  @Option(
      names = "--task",
      paramLabel = "FILE",
      description =
          "A task file, or the name of a task that comes with Kelvin; its labels are the default.")
  private @Nullable String task;

  public Optional<String> task() {
    return Optional.ofNullable(task);
  }

  /// The text of a prompt.
  public String text(InputStream standardInput) {
    return switch (read(standardInput)) {
      case Prompt.Text(String text) -> text;
      case Prompt.Ids _ ->
          throw new UsageException(
              "labels are texts and change with the tokens before them: give the prompt as text");
    };
  }
}
