package kelvin.cli.tuning;

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
import kelvin.workspace.tuning.TunedModel;

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
  TunedModel writing() {
    return new TunedModel(options.folder(), setup, pairs.name());
  }
}
