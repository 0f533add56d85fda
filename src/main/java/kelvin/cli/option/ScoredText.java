package kelvin.cli.option;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// The text to score: a prompt, or simply an argument.
public final class ScoredText extends PromptSource {

  @Parameters(arity = "1", paramLabel = "TEXT", description = "The text to score.")
  private @Nullable String argument;

  @Override
  public Prompt read(InputStream standardInput) {
    return argument == null ? super.read(standardInput) : new Prompt.Text(argument);
  }
}
