package kelvin.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
import kelvin.cli.output.tuning.HeadTuningAnswer;
import kelvin.experiment.data.DataCheck;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationNotes;
import kelvin.experiment.evaluation.EvaluationProgress;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.experiment.tuning.HeadTuning;
import kelvin.experiment.tuning.TuningData;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.tuning.HeadFile;
import kelvin.workspace.tuning.KeptHead;
import kelvin.workspace.tuning.ModelCard;
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
      "The train part teaches, the test part judges. Nothing of the test part is looked at for a",
      "choice. The prompt shows no examples unless --shots says so.",
      "",
      "The new folder is complete: graph, configuration, tokenizer, a card that says what it is, and",
      "head.json. It is written whole or not at all. kelvin label and kelvin evaluate use the head.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin finetune reviews --depth head --loss head -o reviews-head",
      "  kelvin finetune reviews --examples 32 -o reviews-32 --json",
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
    tuning.depth();
    tuning.loss();
    tuning.l2();
    var data = evaluation.read(name);
    var setup = evaluation.setup(name, data, startToken.choice(), 0);
    var pairs = pairs(data, setup);
    var folder = new TunedFolder(tuning.folder());
    try (var loaded = model.open(environment)) {
      folder.check(loaded.descriptor());
      model.tellMemory(loaded, environment);
      var before = before(setup, pairs, loaded);
      var tuned = head(setup, pairs, loaded);
      write(folder, setup, tuned, before, loaded);
      show(new HeadTuningAnswer(tuned, before, tuning.folder().toString()));
      notes(data, pairs, tuned.heldOut());
    } catch (WorkspaceException e) {
      throw new FileProblem(e.file().toString(), e);
    }
    return ExitCode.DONE;
  }

  private TuningData pairs(DataSet data, EvaluationSetup setup) {
    try {
      return TuningData.of(data, setup, tuning.examples(), evaluation.seed());
    } catch (DataException e) {
      throw new FileProblem(name, withoutStop(String.valueOf(e.getMessage())));
    }
  }

  private static String withoutStop(String sentence) {
    return sentence.replaceFirst("\\.$", "");
  }

  /// What the labels' probabilities say before anything is learned.
  private Evaluation before(EvaluationSetup setup, TuningData pairs, LoadedModel loaded) {
    var work = new EvaluationWork(setup, pairs.test(), new Teller());
    var before = EvaluationWork.run(work, pairs.name(), loaded, environment.cancellation());
    environment.cancellation().throwIfCancelled();
    return before;
  }

  private HeadTuning head(EvaluationSetup setup, TuningData pairs, LoadedModel loaded) {
    var teller = new ProgressTeller(environment.streams(), progress);
    return HeadTuning.of(
        setup,
        pairs,
        tuning.l2(),
        loaded,
        far -> teller.tell(far.done(), far.total(), far.phase().words(), far.secondsLeft()),
        environment.cancellation());
  }

  private void write(
      TunedFolder folder,
      EvaluationSetup setup,
      HeadTuning tuned,
      Evaluation before,
      LoadedModel loaded)
      throws WorkspaceException {
    var base = loaded.descriptor();
    var kept =
        new KeptHead(
            tuned.fit().head(),
            tuned.fit().l2(),
            setup.template(),
            setup.scoring().startToken().label(),
            base.name(),
            tuned.heldOut().facts().data());
    var after = tuned.heldOut().measures().accuracy();
    var card =
        new ModelCard(
            base.name(),
            kept.data(),
            "Only a head was fitted to its features (head.json): the graph is the same.",
            List.of(
                ModelCard.accuracy("By the head", after.value(), after.count()),
                ModelCard.accuracy(
                    "By the labels' probabilities before",
                    before.measures().accuracy().value(),
                    before.items().size()),
                "L2 " + kept.l2() + ", labels " + String.join(", ", kept.head().labels())),
            kept.template());
    var more =
        Map.of(
            HeadFile.NAME, HeadFile.bytes(kept),
            TunedFolder.CARD, card.bytes(String.valueOf(tuning.folder().getFileName())));
    folder.write(base, more, _ -> {});
  }

  private void show(HeadTuningAnswer answer) throws IOException {
    var out = environment.streams().out();
    if (json.isGiven()) {
      answer.write(new Json(out));
    } else {
      answer.print(out);
    }
  }

  private void notes(DataSet data, TuningData pairs, Evaluation heldOut) {
    var err = environment.streams().err();
    pairs.notes().forEach(err::println);
    EvaluationNotes.sentences(heldOut).forEach(err::println);
    DataCheck.sentences(data).forEach(err::println);
    err.flush();
  }

  /// Tells how far the measurement before is.
  private final class Teller implements EvaluationListener {

    private final ProgressTeller teller = new ProgressTeller(environment.streams(), progress);

    @Override
    public void looked(int done, int total) {}

    @Override
    public void measured(EvaluationProgress soFar) {
      teller.tell(soFar.done(), soFar.total(), "items measured before", soFar.secondsLeft());
    }

    @Override
    public void failed(String reason) {
      // A failure in the caller's thread is thrown.
    }
  }
}
