package kelvin.cli.models;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.output.hub.FoundList;
import kelvin.hub.HubException;
import kelvin.hub.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kelvin models search`: the short list, or what a hub has.
@Command(
    name = "search",
    header = "List some models to begin with, or search a hub for ONNX models.",
    footer = {"", "Examples:", "  kelvin models search", "  kelvin models search qwen --limit 10"})
final class SearchCommand implements Callable<Integer> {

  private static final int MAX_LIMIT = 1000;

  private final CliEnvironment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "TEXT",
      description =
          "A part of the name. Without it, the short list that comes with Kelvin; no network.")
  private String text = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The greatest number of answers. Default: 20.")
  private int limit = 20;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  SearchCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws HubException, IOException {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new UsageException("--limit must be from 1 to " + MAX_LIMIT);
    }
    var answer =
        text.isBlank()
            ? FoundList.ofSuggestions(Suggestion.all())
            : FoundList.ofFound(
                environment.hub().open().hub().search(text, limit, environment.cancellation()));
    answer.write(environment.streams().out(), json.isGiven());
    return ExitCode.DONE;
  }
}
