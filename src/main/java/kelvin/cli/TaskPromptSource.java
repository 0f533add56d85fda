package kelvin.cli;

import java.util.Optional;
import kelvin.cli.option.PromptSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A prompt as text or tokens, or one that is composed from a task.
final class TaskPromptSource extends PromptSource {

  @Option(
      names = "--task",
      paramLabel = "FILE",
      description =
          "A task file, or the name of a task that comes with Kelvin. The weights of a few-shot"
              + " prompt are then also summed by example.")
  private @Nullable String task;

  Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
