package kelvin.experiment.tuning;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import kelvin.engine.Context;
import kelvin.engine.inside.Features;
import kelvin.engine.tuning.Checkpoint;
import kelvin.engine.tuning.Copies;
import kelvin.engine.tuning.TextTuning;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationProgress;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.experiment.tuning.TuningProgress.Phase;
import kelvin.experiment.tuning.WeightTuning.Keeping;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.TrainingText;
import kelvin.prompt.Spellings;

/// A copy of a model whose weights are trained, with a head if the loss is that of one: begins
/// trainings and judges what was learned.
///
/// Use it from one thread at a time, and close it before the model.
final class TrainedCopy implements AutoCloseable {

  /// Batches whose losses differ more from those of single runs are not used.
  private static final double SAME = 1e-3;

  private final LoadedModel loaded;
  private final TrainingRuns runs;
  private final Training training;
  private final List<String> labels;
  private Optional<JointHead> head = Optional.empty();

  /// A training that was begun.
  ///
  /// @param state the file for a kill; empty if there is none
  /// @param base the numbers before the training; empty if they are not kept
  record Begun(TextTuning tuning, Optional<Checkpoint> state, Optional<Copies> base) {}

  /// Opens the copy.
  ///
  /// @param training of weights
  /// @param labels those of the pairs
  /// @throws kelvin.inference.InferenceException if the weights cannot be trained; the message says
  ///     why
  TrainedCopy(Training training, EvaluationSetup.Labels labels, LoadedModel loaded) {
    this.loaded = loaded;
    this.training = training;
    this.labels = Spellings.names(labels.names());
    TrainingGoal goal =
        training.hasHead()
            ? new TrainingGoal.Labels(this.labels.size())
            : new TrainingGoal.Tokens();
    var choice = training.depth().weights().orElseThrow();
    runs = Features.insideOf(loaded).openTraining(choice, goal);
  }

  TrainingRuns runs() {
    return runs;
  }

  /// The numbers that a training changes.
  List<FloatBuffer> values() {
    return runs.weights().stream().map(TrainedWeight::values).toList();
  }

  /// Begins a training with the weights as they are, or goes on from a checkpoint.
  ///
  /// @param texts made for the loss
  /// @param seed of all draws
  Begun begin(
      TextTuning.Texts texts,
      long seed,
      Keeping keeping,
      TuningProgress.Listener listener,
      Cancellation cancellation) {
    head =
        training.hasHead()
            ? Optional.of(
                JointHead.begin(
                    runs, labels, texts.train(), training.l2(), seed, listener, cancellation))
            : Optional.empty();
    var settings = training.settings().withSeed(seed);
    boolean together = areBatchesEqual(texts.train(), settings.together(), cancellation);
    var used = together ? settings : settings.oneByOne();
    var fingerprint = new Fingerprint(training.withSeed(seed), used, labels);
    var state =
        keeping
            .checkpoint()
            .map(file -> new Checkpoint(file, fingerprint.of(texts, runs.weights())));
    // A state that is read replaces the numbers.
    var base = keeping.base() ? Optional.of(new Copies(values())) : Optional.<Copies>empty();
    var tuning = new TextTuning(runs, texts, used, head.map(JointHead::space), state);
    return new Begun(tuning, state, base);
  }

  /// Returns whether texts that are run together have the losses of single runs.
  private boolean areBatchesEqual(List<TrainingText> texts, int count, Cancellation cancellation) {
    var some = texts.subList(0, Math.min(count, texts.size()));
    if (!runs.takesBatches() || some.size() < 2) {
      return runs.takesBatches();
    }
    var joint = runs.losses(some, cancellation);
    for (int i = 0; i < some.size(); i++) {
      var alone = runs.losses(List.of(some.get(i)), cancellation);
      if (!(Math.abs(joint[i] - alone[0]) < SAME * Math.max(1, alone[0]))) {
        return false;
      }
    }
    return true;
  }

  /// The head as it is now; empty if the loss is the model's own.
  Optional<TrainedHead> head() {
    return head.map(JointHead::now);
  }

  /// Evaluates pairs with the weights as they are now: by the head, or by the labels'
  /// probabilities.
  ///
  /// @param data the name of the data set
  /// @throws kelvin.inference.CancelledException if cancelled
  Evaluation evaluate(
      EvaluationSetup setup,
      List<Pair> pairs,
      String data,
      EvaluationListener listener,
      Cancellation cancellation) {
    if (head.isPresent()) {
      return byHead(head.get().now().head(), setup, pairs, data, listener, cancellation);
    }
    var tuned = new LoadedModel(runs.model(), loaded.tokenizer()).cancelledBy(cancellation);
    var work = new EvaluationWork(setup, pairs, listener);
    var evaluation = EvaluationWork.run(work, data, tuned, cancellation);
    cancellation.throwIfCancelled();
    return evaluation;
  }

  private Evaluation byHead(
      Head now,
      EvaluationSetup setup,
      List<Pair> pairs,
      String data,
      EvaluationListener listener,
      Cancellation cancellation) {
    long begin = System.nanoTime();
    var start = setup.scoring().startToken();
    var computed =
        TrialFeatures.of(
            setup,
            pairs,
            loaded,
            (prompt, cancelled) -> {
              var ids = Context.ofText(loaded.tokenizer(), prompt, List.of(), start).toArray();
              var text = TrainingText.labelled(ids, 0);
              return runs.features(List.of(text), cancelled).getFirst();
            },
            far -> tell(far, listener),
            cancellation);
    double seconds = (System.nanoTime() - begin) / 1e9;
    var model = loaded.descriptor().name();
    return HeadEvaluation.of(setup, computed, now, model, data, seconds);
  }

  private static void tell(TuningProgress far, EvaluationListener listener) {
    if (far.phase() == Phase.FEATURES) {
      listener.measured(new EvaluationProgress(far.done(), far.total(), far.seconds()));
    } else {
      listener.looked(far.done(), far.total());
    }
  }

  @Override
  public void close() {
    runs.close();
  }
}
