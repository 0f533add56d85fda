package kelvin.cli.tuning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ProgressTeller;
import kelvin.cli.option.tuning.TuningOptions;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationProgress;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.experiment.tuning.TuningData;
import kelvin.experiment.tuning.TuningProgress;
import kelvin.inference.LoadedModel;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.tuning.ModelCard;
import kelvin.workspace.tuning.TunedFolder;

/// A fine-tuning as the command line asks for it.
///
/// @param progress whether progress is told also where standard error is no terminal
public record FinetuneWork(
    CliEnvironment environment,
    TuningOptions options,
    EvaluationSetup setup,
    TuningData pairs,
    boolean progress) {

  /// Evaluates the labels' probabilities before anything is learned.
  Evaluation before(LoadedModel loaded) {
    var work = new EvaluationWork(setup, pairs.test(), judging("items measured before"));
    var before = EvaluationWork.run(work, pairs.name(), loaded, environment.cancellation());
    environment.cancellation().throwIfCancelled();
    return before;
  }

  private ProgressTeller teller() {
    return new ProgressTeller(environment.streams(), progress);
  }

  TuningProgress.Listener telling() {
    var teller = teller();
    return far -> teller.tell(far.done(), far.total(), far.phase().words(), far.secondsLeft());
  }

  /// Tells how far a measurement is.
  EvaluationListener judging(String words) {
    var teller = teller();
    return new EvaluationListener() {
      @Override
      public void looked(int done, int total) {}

      @Override
      public void measured(EvaluationProgress soFar) {
        teller.tell(soFar.done(), soFar.total(), words, soFar.secondsLeft());
      }

      @Override
      public void failed(String reason) {
        // A failure in the caller's thread is thrown.
      }
    };
  }

  /// A line for people, not for scripts.
  void say(String line) {
    if (progress || environment.streams().messagesAreOnTerminal()) {
      environment.streams().err().println(line);
      environment.streams().err().flush();
    }
  }

  /// Writes the folder with its card.
  ///
  /// @param how a sentence that says what was trained
  /// @param facts lines for the card
  /// @param more further files
  void write(
      LoadedModel loaded,
      String how,
      List<String> facts,
      Map<String, byte[]> more,
      TunedFolder.Change change)
      throws WorkspaceException {
    var card =
        new ModelCard(loaded.descriptor().name(), pairs.name(), how, facts, setup.template());
    var name = String.valueOf(options.folder().toAbsolutePath().normalize().getFileName());
    var files = new HashMap<>(more);
    files.put(TunedFolder.CARD, card.bytes(name));
    new TunedFolder(options.folder()).write(loaded.descriptor(), files, change);
  }
}
