package kelvin.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.option.EvaluationOptions;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.tuning.TuningOptions;
import kelvin.cli.tuning.FinetuneWork;
import kelvin.cli.tuning.HeadWork;
import kelvin.cli.tuning.WeightWork;
import kelvin.engine.inside.InsidePart;
import kelvin.experiment.data.DataCheck;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationNotes;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.TuningData;
import kelvin.inference.ModelLoadException;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.tuning.TunedFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kelvin finetune`: adapts a model to labelled pairs and writes it as a new folder.
@Command(
    name = "finetune",
    header = "Adapt a model to labelled pairs, and write it as a new model folder.",
    description = {
      "",
      "--depth head fits a head to the features: softmax(W phi + b) over the labels, where phi is the",
      "last hidden state after the prompt. The features are computed once; the head is solved to its",
      "only optimum, and the length of the gradient there is said. The model stays as it is. Works",
      "for every model that shows its features, quantised ones too.",
      "",
      "--depth norms, last, lowrank or all trains weights of the graph by Adam with decoupled weight",
      "decay. --loss lm learns the right answer's tokens after the prompt, -ln p in nats. --loss head",
      "trains a head together with the weights, from the head's optimum on, and keeps both. A fifth of",
      "the train part says when to stop, and the best weights are kept. Needs a float32 export of",
      "plain operators.",
      "The same data, seed and threads give the same files. The state after each epoch is kept beside",
      "DIR, so that the same command goes on after Ctrl+C or a kill.",
      "",
      "The train part teaches, the test part judges. Nothing of the test part is looked at for a",
      "choice. The prompt shows no examples unless --shots says so.",
      "",
      "The new folder is complete: graph, configuration, tokenizer, a card that says what it is, and",
      "head.json if there is a head, which kelvin label and kelvin evaluate use. It is written whole or",
      "not at all.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin finetune reviews --depth head --loss head -o reviews-head",
      "  kelvin finetune reviews --depth all --loss lm --examples 32 -o reviews-32 --json",
      "  kelvin finetune reviews --depth all --loss head -o reviews-joint",
      "  kelvin evaluate reviews --model reviews-head"
    })
final class FinetuneCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Parameters(
      paramLabel = "DATA",
      description =
          "A table (CSV, TSV or JSONL) or a task file, or the name of a data set or task that comes"
              + " with Kelvin.")
  private String name = "";

  @Mixin private TuningOptions tuning = new TuningOptions();
  @Mixin private EvaluationOptions evaluation = new EvaluationOptions();

  @Option(
      names = "--progress",
      description = "Tell on standard error how far it is. On a terminal it is always told.")
  private boolean progress;

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  FinetuneCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var depth = tuning.depth();
    tuning.l2();
    if (depth != Depth.HEAD) {
      tuning.training(evaluation.seed());
    }
    var data = evaluation.read(name);
    var setup = evaluation.setup(name, data, startToken.choice(), 0);
    var pairs = pairs(data, setup);
    var folder = new TunedFolder(tuning.folder());
    try (var loaded = model.open(environment)) {
      folder.check(loaded.descriptor());
      if (depth == Depth.HEAD) {
        model.tellMemory(loaded, InsidePart.FEATURES, environment);
      }
      var asked = new FinetuneWork(environment, tuning, setup, pairs, progress);
      var heldOut =
          depth == Depth.HEAD
              ? new HeadWork(asked, json.isGiven()).run(loaded)
              : new WeightWork(asked, json.isGiven()).run(loaded);
      notes(data, pairs, heldOut);
    } catch (WorkspaceException e) {
      throw new FileProblem(e.file().toString(), e);
    }
    return ExitCode.DONE;
  }

  private TuningData pairs(DataSet data, EvaluationSetup setup) {
    try {
      return TuningData.of(data, setup, tuning.examples(), evaluation.seed());
    } catch (DataException e) {
      throw FileProblem.explained(name, String.valueOf(e.getMessage()));
    }
  }

  private void notes(DataSet data, TuningData pairs, Evaluation heldOut) {
    var err = environment.streams().err();
    pairs.notes().forEach(err::println);
    EvaluationNotes.sentences(heldOut).forEach(err::println);
    DataCheck.sentences(data).forEach(err::println);
    err.flush();
  }
}
