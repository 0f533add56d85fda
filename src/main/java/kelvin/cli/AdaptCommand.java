package kelvin.cli;

import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.environment.ProgressTeller;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.EvaluationOptions;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.tuning.AdaptOptions;
import kelvin.cli.output.tuning.AdaptAnswer;
import kelvin.experiment.adapt.AdaptEstimate;
import kelvin.experiment.adapt.AdaptExtent;
import kelvin.experiment.adapt.AdaptProgress;
import kelvin.experiment.adapt.AdaptSetup;
import kelvin.experiment.adapt.AdaptWork;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.data.DataCheck;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.tuning.Training;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kelvin adapt`: compares the ways to adapt a model to labelled examples.
@Command(
    name = "adapt",
    header = "Compare the ways to adapt a model: prompts, heads and trained weights.",
    description = {
      "",
      "One data set, one split, one measure. For each method, each number of labelled examples and",
      "each draw of examples from the train part: the accuracy on the test part, the log loss in nats,",
      "the Brier score, the time to adapt, the time for an answer and the bytes that are kept. The",
      "draws of a seed grow: the first 4 of 8 examples are those of 4. Methods that need more examples",
      "than a number are left out there; zero-shot has one row.",
      "",
      "The table has the mean over the draws and the worst and best one. --json and --csv have every",
      "draw, with a 95 %% interval (Wilson) of its accuracy, its prompt and the places of its examples.",
      "Ctrl+C keeps the points that are measured and marks the answer as a part.",
      "",
      "A prompt that outgrows the context is told and its point left out, unless --too-long says",
      "otherwise. So are heads and trained weights where the model does not show its inside.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin adapt reviews --limit 100",
      "  kelvin adapt reviews --methods zero-shot,few-shot,head --examples 0,2,8,32 --seeds 3",
      "  kelvin adapt my-pairs.csv --split seed=7,test=0.5 --json > adapt.json",
      "  kelvin render --adapt adapt.json -o adapt.png"
    })
final class AdaptCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Parameters(
      paramLabel = "DATA",
      description =
          "A table (CSV, TSV or JSONL) or a task file, or the name of a data set or task that comes"
              + " with Kelvin.")
  private String name = "";

  @Mixin private AdaptOptions adapt = new AdaptOptions();
  @Mixin private EvaluationOptions evaluation = new EvaluationOptions();

  @Option(names = "--csv", description = "Answer with a table: a row for each draw.")
  private boolean csv;

  @Option(
      names = "--progress",
      description = "Tell on standard error how far it is. On a terminal it is always told.")
  private boolean progress;

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  private @Nullable ProgressTeller teller;

  AdaptCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException {
    if (csv && json.isGiven()) {
      throw new UsageException("--csv and --json are two forms of the answer: choose one");
    }
    var extent = adapt.extent();
    var training = adapt.training(evaluation.seed());
    var data = evaluation.read(name);
    var setup = setup(data, extent, training);
    try (var loaded = model.open(environment)) {
      tellCost(setup, loaded);
      var measured = AdaptWork.run(setup, loaded, this::tell, environment.cancellation());
      show(measured);
      var err = environment.streams().err();
      setup.notes().forEach(err::println);
      DataCheck.sentences(data).forEach(err::println);
      err.flush();
      return measured.facts().partial() ? ExitCode.CANCELLED : ExitCode.DONE;
    }
  }

  private AdaptSetup setup(DataSet data, AdaptExtent extent, Training training) {
    var plan = evaluation.planWithoutExamples(name, data, startToken.choice());
    try {
      return AdaptSetup.of(plan, extent, training);
    } catch (DataException e) {
      throw FileProblem.explained(name, String.valueOf(e.getMessage()));
    }
  }

  /// Tells memory and time before it begins, to who sees messages.
  private void tellCost(AdaptSetup setup, LoadedModel loaded) {
    if (!isTold()) {
      return;
    }
    var estimate =
        new AdaptEstimate(
            setup,
            cost -> {
              cost.memory().ifPresent(this::say);
              say(cost.time());
            },
            reason -> say("The time is not known. " + reason));
    boolean more = true;
    while (more) {
      environment.cancellation().throwIfCancelled();
      more = estimate.runSlice(loaded, environment.cancellation());
    }
  }

  private boolean isTold() {
    return progress || environment.streams().messagesAreOnTerminal();
  }

  private void say(String sentence) {
    environment.streams().err().println("kelvin: " + sentence);
    environment.streams().err().flush();
  }

  private void tell(AdaptProgress now) {
    if (now.done() > 0) {
      teller().tell(now.done(), now.total(), now.kind(), now.secondsLeft());
    }
  }

  private ProgressTeller teller() {
    var known = teller;
    if (known == null) {
      known = new ProgressTeller(environment.streams(), progress);
      teller = known;
    }
    return known;
  }

  private void show(Adaptation measured) {
    var answer = new AdaptAnswer(measured);
    var out = environment.streams().out();
    if (json.isGiven()) {
      answer.writeJson(out);
    } else if (csv) {
      answer.writeCsv(out);
    } else {
      answer.print(out);
    }
    var err = environment.streams().err();
    answer.notes().forEach(err::println);
    err.flush();
  }
}
