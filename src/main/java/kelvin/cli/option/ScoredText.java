package kelvin.cli.option;

import kelvin.cli.environment.CliEnvironment;
import kelvin.inference.ModelLoadException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// The text to score: a prompt, or simply an argument.
public final class ScoredText extends PromptSource {

  @Parameters(arity = "1", paramLabel = "TEXT", description = "The text to score.")
  private @Nullable String argument;

  @Override
  public Prompt read(CliEnvironment environment, ModelOption model) throws ModelLoadException {
    return argument == null ? super.read(environment, model) : new Prompt.Text(argument);
  }
}
