package kelvin.cli.option;

import java.util.Optional;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.UsageException;
import kelvin.inference.ModelLoadException;
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
  ///
  /// @throws ModelLoadException if the model's chat templates cannot be read
  public String text(CliEnvironment environment, ModelOption model) throws ModelLoadException {
    return switch (read(environment, model)) {
      case Prompt.Text(String text) -> text;
      case Prompt.Rendered(String text) -> text;
      case Prompt.Ids _ ->
          throw new UsageException(
              "labels are texts and change with the tokens before them: give the prompt as text");
    };
  }
}
