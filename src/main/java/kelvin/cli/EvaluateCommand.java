package kelvin.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.ProgressTeller;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.EvaluationOptions;
import kelvin.cli.option.FitOptions;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.tuning.HeadOptions;
import kelvin.cli.output.EvaluationAnswer;
import kelvin.cli.output.EvaluationCsv;
import kelvin.cli.output.TextTable;
import kelvin.engine.label.LabelPrefixes;
import kelvin.experiment.data.DataCheck;
import kelvin.experiment.data.DataLibrary;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationNotes;
import kelvin.experiment.evaluation.EvaluationProgress;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.experiment.evaluation.FitPart;
import kelvin.experiment.evaluation.Fits;
import kelvin.experiment.evaluation.FittedEvaluation;
import kelvin.experiment.evaluation.TooLongException;
import kelvin.experiment.tuning.HeadEvaluation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.text.VisibleText;
import kelvin.workspace.tuning.KeptHead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kelvin evaluate`: a prompt on labelled data.
@Command(
    name = "evaluate",
    header = "Measure a prompt on labelled data: how often it is right, and how sure.",
    description = {
      "",
      "Each pair of the test part is asked about as by kelvin label. Printed are the accuracy, the",
      "log loss in nats of the right label's share, the Brier score and its parts, the calibration",
      "error over ten bins, the probability of all labels together (label mass), and which label is",
      "taken for which. --json and --csv have every item. All scores are of the model's distribution",
      "at τ = 1. Ctrl+C keeps what was measured and marks it as a part.",
      "",
      "--fit, --error and --sets are fitted on the pairs of the train part that the prompt does not",
      "show, and judged on the test part. A threshold and sets are of the shares as measured.",
      "",
      "If the model's folder has a head (kelvin finetune), the head compares the labels, after the",
      "prompt that it was fitted to unless options say another one.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin evaluate kinds-of-things --normalize contextual",
      "  kelvin evaluate reviews --shots 4 --limit 50",
      "  kelvin evaluate my-pairs.csv --task sentiment --json > result.json",
      "  kelvin evaluate my-pairs.csv --split seed=7,test=0.5 --shots 6 --csv > items.csv",
      "  kelvin evaluate reviews --fit --error 0.1 --sets 0.9",
      "  kelvin evaluate --list"
    })
final class EvaluateCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description =
          "A table (CSV, TSV or JSONL) or a task file, or the name of a data set or task that comes"
              + " with Kelvin.")
  private String name = "";

  @Option(names = "--list", description = "List the data sets that come with Kelvin.")
  private boolean list;

  @Mixin private EvaluationOptions evaluation = new EvaluationOptions();
  @Mixin private FitOptions fit = new FitOptions();

  @Option(
      names = "--csv",
      description = "Answer with a table: a row for each item, a column for each label.")
  private boolean csv;

  @Option(
      names = "--progress",
      description = "Tell on standard error how far it is. On a terminal it is always told.")
  private boolean progress;

  @Mixin private HeadOptions heads = new HeadOptions();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  EvaluateCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException {
    if (list) {
      printNames();
      return ExitCode.DONE;
    }
    if (name.isEmpty()) {
      throw new UsageException("name a file of labelled pairs, or see --list");
    }
    if (csv && json.isGiven()) {
      throw new UsageException("--csv and --json are two forms of the answer: choose one");
    }
    var wanted = fit.wanted();
    if (csv && wanted.isAny()) {
      throw new UsageException("--csv has the items only: leave it out for --fit, --error, --sets");
    }
    var data = evaluation.read(name);
    var setup = evaluation.setup(name, data, startToken.choice());
    var train =
        wanted.isAny()
            ? Optional.of(evaluation.fitPart(name, data, setup))
            : Optional.<FitPart>empty();
    var measured = measured(setup, data, train);
    show(measured, wanted, data, setup);
    train.ifPresent(part -> part.notes().forEach(environment.streams().err()::println));
    environment.streams().err().flush();
    return measured.exitCode();
  }

  /// The test part, then the part to fit on.
  ///
  /// @param train empty if nothing is fitted, or if it was not measured
  /// @param isCut true if the part to fit on was cancelled, so that nothing is fitted
  /// @param problem the reason why the part to fit on cannot be measured; empty if there is none
  private record Measured(
      Evaluation test, Optional<Evaluation> train, boolean isCut, String problem) {

    int exitCode() {
      return !problem.isEmpty()
          ? ExitCode.UNUSABLE
          : isCut || test.facts().extent().partial() ? ExitCode.CANCELLED : ExitCode.DONE;
    }
  }

  private Measured measured(EvaluationSetup setup, DataSet data, Optional<FitPart> train)
      throws ModelLoadException {
    try (var loaded = model.open(environment)) {
      var head = heads.find(loaded);
      if (head.isPresent()) {
        if (train.isPresent()) {
          throw new UsageException(
              "--fit, --error and --sets are for the labels' probabilities: add --without-head");
        }
        return new Measured(byHead(setup, data, head.get(), loaded), Optional.empty(), false, "");
      }
      var test = run(setup, data.name(), data.test(), loaded);
      if (train.isEmpty() || test.facts().extent().partial()) {
        return new Measured(test, Optional.empty(), train.isPresent(), "");
      }
      try {
        var part = run(setup, data.name(), train.get().pairs(), loaded);
        // The items that were measured before a cancel are no fair draw from the part.
        boolean isCut = part.facts().extent().partial();
        return new Measured(test, isCut ? Optional.empty() : Optional.of(part), isCut, "");
      } catch (CancelledException _) {
        return new Measured(test, Optional.empty(), true, "");
      } catch (TooLongException e) {
        // The test part stays measured.
        return new Measured(test, Optional.empty(), false, String.valueOf(advised(e).getMessage()));
      }
    } catch (TooLongException e) {
      throw advised(e);
    }
  }

  /// Asks with the prompt that the head was fitted to, unless options say another one.
  private Evaluation byHead(
      EvaluationSetup asked, DataSet data, KeptHead kept, LoadedModel loaded) {
    if (evaluation.isNormalized()) {
      throw new UsageException(
          "--normalize and --content-free are for the labels' probabilities, and this model has a"
              + " head: leave them out, or add --without-head");
    }
    var setup =
        evaluation.isPromptGiven() || !FreePrompt.takesInput(kept.template())
            ? asked
            : asked.withTemplate(kept.template());
    var err = environment.streams().err();
    err.println("Compared by the head of the model. --without-head compares the texts.");
    if (!setup.template().equals(kept.template())) {
      err.println("The head was fitted to another prompt: " + VisibleText.ofLine(kept.template()));
    }
    var teller = new ProgressTeller(environment.streams(), progress);
    return HeadEvaluation.of(
        setup,
        data.test(),
        kept.head(),
        data.name(),
        loaded,
        far -> teller.tell(far.done(), far.total(), far.phase().words(), far.secondsLeft()),
        environment.cancellation());
  }

  private static TooLongException advised(TooLongException tooLong) {
    return new TooLongException(tooLong.getMessage() + " See --too-long and --shots.");
  }

  private Evaluation run(EvaluationSetup setup, String data, List<Pair> pairs, LoadedModel loaded) {
    return EvaluationWork.run(
        new EvaluationWork(setup, pairs, new Teller()), data, loaded, environment.cancellation());
  }

  private void show(Measured both, Fits.Wanted wanted, DataSet data, EvaluationSetup setup) {
    var measured = both.test();
    var fits =
        both.train()
            .filter(train -> !train.items().isEmpty())
            .map(train -> new Fits(new FittedEvaluation(train, measured), wanted));
    var out = environment.streams().out();
    if (json.isGiven()) {
      new EvaluationAnswer(measured, fits).writeJson(out);
    } else if (csv) {
      EvaluationCsv.write(measured, out);
      out.flush();
    } else {
      new EvaluationAnswer(measured, fits).print(out);
    }
    var err = environment.streams().err();
    EvaluationNotes.sentences(measured).forEach(err::println);
    if (both.isCut()) {
      err.println("Cancelled before the train part was measured: nothing was fitted.");
    } else if (!both.problem().isEmpty()) {
      err.println("Nothing was fitted. In the train part: " + both.problem());
    } else if (wanted.isAny() && fits.isEmpty()) {
      err.println("Nothing was fitted: no input of the train part fits the context.");
    }
    DataCheck.sentences(data).forEach(err::println);
    if (setup.base() instanceof FewShotPrompt prompt) {
      DataCheck.shown(data, prompt.examples()).forEach(err::println);
    }
    if (!setup.labels().closed()) {
      LabelPrefixes.sentences(setup.labels().spelled()).forEach(err::println);
    }
    err.flush();
  }

  private void printNames() {
    var table = new TextTable(TextTable.Column.left("data"), TextTable.Column.left("what it is"));
    for (var each : DataLibrary.names()) {
      table.row(each, DataLibrary.find(each).orElseThrow().notes().description());
    }
    table.print(environment.streams().out());
    environment.streams().out().flush();
  }

  /// Tells how far it is, on standard error.
  private final class Teller implements EvaluationListener {

    private final ProgressTeller teller = new ProgressTeller(environment.streams(), progress);

    @Override
    public void looked(int done, int total) {
      teller.tell(
          done == total, String.format(Locale.ROOT, "%,d of %,d prompts looked at", done, total));
    }

    @Override
    public void measured(EvaluationProgress soFar) {
      teller.tell(
          soFar.share() == 1,
          String.format(
              Locale.ROOT,
              "%,d of %,d items, about %.0f s left",
              soFar.done(),
              soFar.total(),
              soFar.secondsLeft()));
    }

    @Override
    public void failed(String reason) {
      // A failure in the caller's thread is thrown.
    }
  }
}
