package kelvin.cli.models;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.output.hub.FetchedAnswer;
import kelvin.cli.output.hub.PlanAnswer;
import kelvin.cli.output.hub.ProgressLines;
import kelvin.hub.FetchPlan;
import kelvin.hub.HubException;
import kelvin.hub.cache.PresentFiles;
import kelvin.hub.transfer.ModelTransfer;
import kelvin.hub.transfer.TransferSetup;
import kelvin.inference.CancelledException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin models get`: fetches a model, or says what would be fetched.
@Command(
    name = "get",
    header = "Fetch a model from a hub, checked and resumed; only what one graph needs.",
    footer = {
      "",
      "After Ctrl+C, or if the computer stops, the same command goes on where it was.",
      "",
      "Examples:",
      "  kelvin models get SmolLM2-135M --dry-run",
      "  kelvin models get onnx-community/Qwen2.5-0.5B-Instruct --precision q4"
    })
final class GetCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Mixin private RepositoryOption repository = new RepositoryOption();

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description = "A branch, a tag or a commit. Default: main.")
  private String revision = "main";

  @Option(
      names = "--precision",
      paramLabel = "WORD",
      description =
          "fp32, fp16, int8, q4 … as --dry-run lists them, or the path of a graph. Default: the"
              + " most exact one.")
  private String precision = "";

  @Option(names = "--dry-run", description = "List precisions, files and sizes, and fetch nothing.")
  private boolean dryRun;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  GetCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws HubException, IOException {
    var setup = environment.hub().open();
    var id = repository.id();
    var listing = setup.hub().list(id, revision, environment.cancellation());
    var plan = FetchPlan.of(listing, precision);
    var out = environment.streams().out();
    if (dryRun) {
      new PlanAnswer(plan, PresentFiles.of(setup.cache(), listing)).write(out, json.isGiven());
    } else {
      var fetched = fetch(setup, plan);
      fetched.write(out, json.isGiven());
    }
    return ExitCode.DONE;
  }

  private FetchedAnswer fetch(TransferSetup setup, FetchPlan plan) throws HubException {
    var lines = new ProgressLines(environment.streams(), setup.nanos());
    lines.begin(plan);
    try {
      return new FetchedAnswer(
          new ModelTransfer(setup).run(plan, environment.cancellation(), lines::take));
    } catch (CancelledException e) {
      lines.stopped();
      throw e;
    }
  }
}
