package kelvin.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The source of the prompt before the answers: a text, tokens or a task.
public final class AnswerSource extends PromptSource {

  @Option(
      names = "--task",
      paramLabel = "FILE",
      description =
          "A task file, or the name of a task that comes with Kelvin; its labels are marked among"
              + " the answers.")
  private @Nullable String task;

  public Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
