package kelvin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.CompositionOptions;
import kelvin.cli.option.DropOption;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.SweepOptions;
import kelvin.cli.option.TaskSource;
import kelvin.cli.output.SweepAnswer;
import kelvin.cli.output.SweepCsv;
import kelvin.engine.label.LabelScorer;
import kelvin.engine.label.Normalization;
import kelvin.engine.label.SweepProgress;
import kelvin.experiment.SweepSetup;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.prompt.Trial;
import kelvin.prompt.task.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kelvin sweep`: one prompt in many variants.
@Command(
    name = "sweep",
    header = "Vary a prompt with examples and see what becomes of the right answer.",
    description = {
      "",
      "What the prompts share is run once. All scores are of the model's distribution at τ = 1.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin sweep sums-with-a-tilde --at 0,1,2,4,8 --draws 50 --tests 12",
      "  kelvin sweep sentiment --kind order --shots 5 --csv > orders.csv",
      "  kelvin sweep my-task.json --kind leave-one-out --shots 6 --json"
    })
final class SweepCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Parameters(
      arity = "1",
      paramLabel = "FILE",
      description = "A task file, or the name of a task that comes with Kelvin.")
  private String file = "";

  @Mixin private SweepOptions sweep = new SweepOptions();
  @Mixin private CompositionOptions composition = new CompositionOptions();

  @Option(
      names = "--normalize",
      paramLabel = "HOW",
      description = "none, tokens, characters or bytes, for the labels' shares. Default: none.")
  private String normalization = Normalization.NONE.label();

  @Option(
      names = "--csv",
      description = "Answer with a table: a row for each label of each prompt.")
  private boolean csv;

  @Option(names = "--progress", description = "Tell on standard error how far it is.")
  private boolean progress;

  @Mixin private DropOption drop = new DropOption();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  SweepCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException {
    check();
    var task = TaskSource.read(file);
    var bases = sweep.bases(composition, task);
    try (var loaded = model.open(environment)) {
      var start = startToken.choice();
      var fitting = bases.stream().map(b -> drop.fit(b, loaded, start, environment)).toList();
      show(run(task, fitting, loaded));
    }
    return ExitCode.DONE;
  }

  private void check() {
    sweep.check();
    if (normalized().needsContentFree()) {
      throw new UsageException("--normalize must be none, tokens, characters or bytes in a sweep");
    }
    if (csv && json.isGiven()) {
      throw new UsageException("--csv and --json are two forms of the answer: choose one");
    }
  }

  private Normalization normalized() {
    try {
      return Normalization.of(normalization);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--normalize " + e.getMessage());
    }
  }

  private SweepAnswer run(Task task, List<Trial> bases, LoadedModel loaded) {
    var scoring = new SweepSetup.Scoring(normalized(), startToken.choice());
    var cancellation = environment.cancellation();
    var plan =
        sweep.setup(task.notes().name(), bases, composition.seed(), scoring).plan(cancellation);
    var last = new ArrayList<SweepProgress>();
    var scores =
        new LabelScorer(loaded)
            .scoreAll(
                plan.questions(cancellation),
                soFar -> {
                  tell(soFar);
                  last.add(soFar);
                },
                cancellation);
    var model = loaded.descriptor().name();
    return new SweepAnswer(plan.result(model, scores, last.getLast(), Optional.empty()));
  }

  private void tell(SweepProgress soFar) {
    if (progress) {
      var err = environment.streams().err();
      err.printf(
          Locale.ROOT,
          "%d of %d prompts, %,d of %,d tokens, about %.0f s left%n",
          soFar.done(),
          soFar.total(),
          soFar.tokensDone(),
          soFar.tokensTotal(),
          soFar.secondsLeft());
      err.flush();
    }
  }

  private void show(SweepAnswer answer) {
    var out = environment.streams().out();
    if (json.isGiven()) {
      answer.writeJson(out);
    } else if (csv) {
      SweepCsv.write(answer, out);
    } else {
      answer.print(out);
    }
  }
}
