package kelvin.cli.models;

import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.HelpOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `kelvin models`: finds, fetches, lists and removes models of a hub.
@Command(
    name = "models",
    header = "Find models on a hub, fetch, list and remove them.",
    description = {
      "",
      "Only search and get use the network. Models are kept in the hub's own cache, which other",
      "tools share: HF_HUB_CACHE, else HF_HOME/hub, else ~/.cache/huggingface/hub. HF_ENDPOINT is",
      "another hub's address, HF_TOKEN a token for models that are private or gated.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  kelvin models search",
      "  kelvin models get SmolLM2-135M --dry-run",
      "  kelvin models get onnx-community/Qwen2.5-0.5B-Instruct --precision q4",
      "  kelvin models list",
      "  kelvin models remove SmolLM2-135M"
    })
public final class ModelsCommand implements Runnable {

  @Mixin HelpOption help = new HelpOption();

  private ModelsCommand() {}

  /// The command with its own commands.
  public static CommandLine commandLine(CliEnvironment environment) {
    return new CommandLine(new ModelsCommand())
        .addSubcommand(new SearchCommand(environment))
        .addSubcommand(new GetCommand(environment))
        .addSubcommand(new ListCommand(environment))
        .addSubcommand(new RemoveCommand(environment));
  }

  @Override
  public void run() {
    throw new UsageException("give one of search, get, list and remove");
  }
}
