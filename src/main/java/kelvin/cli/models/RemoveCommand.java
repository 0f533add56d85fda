package kelvin.cli.models;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.hub.Bytes;
import kelvin.hub.HubException;
import kelvin.hub.cache.Removal;
import kelvin.text.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin models remove`: removes a repository from the cache.
@Command(
    name = "remove",
    header = "Remove a model from the hub's cache, with all its commits. Uses no network.",
    footer = {"", "Example:", "  kelvin models remove SmolLM2-135M --dry-run"})
final class RemoveCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Mixin private RepositoryOption repository = new RepositoryOption();

  @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
  private boolean dryRun;

  @Option(
      names = "--all",
      description = "Also remove weights that other tools fetched, such as model.safetensors.")
  private boolean all;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  RemoveCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws HubException, IOException {
    var cache = environment.hub().open().cache();
    var removal = Removal.of(cache, repository.id());
    if (removal.isEmpty()) {
      throw new FileProblem(
          cache.root().toString(), "it holds no model " + removal.id() + ": kelvin models list");
    }
    if (!all && !dryRun && !removal.others().isEmpty()) {
      throw new FileProblem(
          cache.repository(removal.id()).folder().toString(),
          "it also holds "
              + String.join(", ", removal.others())
              + " of other tools: give --all to remove that too");
    }
    if (!dryRun) {
      removal.run();
    }
    write(removal);
    return ExitCode.DONE;
  }

  private void write(Removal removal) throws IOException {
    var out = environment.streams().out();
    if (json.isGiven()) {
      var answer = new Json(out);
      answer.document(
          () -> {
            answer.member("id", removal.id().text());
            answer.member("removed", !dryRun);
            answer.member("files", removal.files());
            answer.member("bytes", removal.bytes());
            answer.array(
                "others",
                () -> {
                  for (var name : removal.others()) {
                    answer.element(name);
                  }
                });
          });
      return;
    }
    out.println(
        (dryRun ? "Would remove " : "Removed ")
            + removal.id()
            + ": "
            + removal.files()
            + " files, "
            + Bytes.of(removal.bytes())
            + ".");
  }
}
