package kelvin.cli.models;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.output.hub.CachedList;
import kelvin.hub.HubException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `kelvin models list`: the models in the cache.
@Command(
    name = "list",
    header = "List the ONNX models in the hub's cache, whoever fetched them. Uses no network.",
    footer = {"", "Example:", "  kelvin models list --json"})
final class ListCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  ListCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws HubException, IOException {
    var cache = environment.hub().open().cache();
    new CachedList(cache.root(), cache.models()).write(environment.streams().out(), json.isGiven());
    return ExitCode.DONE;
  }
}
