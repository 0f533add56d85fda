package kelvin.experiment.tuning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kelvin.engine.inside.Features;
import kelvin.engine.tuning.Checkpoint;
import kelvin.engine.tuning.Copies;
import kelvin.engine.tuning.TextTuning;
import kelvin.engine.tuning.TuningResult;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.tuning.TuningProgress.Phase;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.TrainingRuns;

/// Trains weights of a model on the right answers of a train part, with a head if the loss is that
/// of one. The model that plays stays as it is: what is trained are copies of it, which this owns.
public final class WeightTuning implements AutoCloseable {

  private final TrainedCopy copy;
  private final TextTuning tuning;
  private final Optional<Checkpoint> state;
  private final Optional<Copies> base;
  private final List<Pair> stopping;

  /// The state that is kept beside a training.
  ///
  /// @param checkpoint the file for the state after each epoch; empty to keep none
  /// @param base whether the numbers before the training are kept, to go back to them
  public record Keeping(Optional<Path> checkpoint, boolean base) {

    static final Keeping NOTHING = new Keeping(Optional.empty(), false);
  }

  private WeightTuning(TrainedCopy copy, TrainedCopy.Begun begun, List<Pair> stopping) {
    this.copy = copy;
    tuning = begun.tuning();
    state = begun.state();
    base = begun.base();
    this.stopping = List.copyOf(stopping);
  }

  /// The memory that a training takes, in bytes, at most: two copies of the model, and for each
  /// number that is learned its value, gradient, two means and the best value.
  public static long memory(LoadedModel loaded) {
    long numbers = loaded.descriptor().parameterCount() * Float.BYTES;
    return 2 * Features.insideOf(loaded).memory() + 5 * numbers;
  }

  /// Opens the copies and begins, or goes on from a checkpoint.
  ///
  /// @param training of weights
  /// @throws InferenceException if the weights cannot be trained; the message says why
  public static WeightTuning open(
      EvaluationSetup setup,
      TuningData data,
      Training training,
      Keeping keeping,
      LoadedModel loaded,
      TuningProgress.Listener listener,
      Cancellation cancellation) {
    long seed = training.settings().seed();
    var parts = TrainParts.of(data.train(), seed);
    var loss = training.loss();
    var learned = LearnedTexts.of(loss, setup, parts.learned(), loaded, listener, cancellation);
    var stopping = LearnedTexts.of(loss, setup, parts.stopping(), loaded, listener, cancellation);
    if (learned.isEmpty()) {
      throw new InferenceException("No input of the train part fits the model's context.");
    }
    var copy = new TrainedCopy(training, setup.labels(), loaded);
    boolean complete = false;
    try {
      var texts = new TextTuning.Texts(learned, stopping);
      var begun = copy.begin(texts, seed, keeping, listener, cancellation);
      complete = true;
      return new WeightTuning(copy, begun, parts.stopping());
    } finally {
      if (!complete) {
        copy.close();
      }
    }
  }

  /// Removes the state that is kept for a kill, once the result is safe.
  public void forgetState() throws IOException {
    if (state.isPresent()) {
      state.get().remove();
    }
  }

  /// The number of epochs that are done, also those before a kill.
  public int epochs() {
    return tuning.epochs();
  }

  /// Trains to the end.
  ///
  /// @throws kelvin.inference.CancelledException if cancelled; what was learned since the last
  ///     epoch is lost
  public TuningResult train(TuningProgress.Listener listener, Cancellation cancellation) {
    int before = tuning.done();
    var telling = new Telling(listener, Phase.STEPS, tuning.steps() - before);
    while (tuning.step(cancellation)) {
      cancellation.throwIfCancelled();
      telling.upTo(tuning.done() - before);
    }
    return tuning.result();
  }

  /// The numbers before the training, also where it went on from a state; empty if they are not
  /// kept.
  public Optional<Copies> base() {
    return base;
  }

  /// The training, to do it step by step.
  public TextTuning steps() {
    return tuning;
  }

  /// The part of the train part that is not learned and says when to stop; may be empty.
  public List<Pair> stopping() {
    return stopping;
  }

  /// Evaluates a test part with the weights as they are now.
  public Evaluation evaluate(
      EvaluationSetup setup,
      TuningData data,
      EvaluationListener listener,
      Cancellation cancellation) {
    return evaluate(setup, data.test(), data.name(), listener, cancellation);
  }

  /// Evaluates pairs with the weights as they are now: by the head, or by the labels'
  /// probabilities.
  ///
  /// @param name of the data set
  public Evaluation evaluate(
      EvaluationSetup setup,
      List<Pair> pairs,
      String name,
      EvaluationListener listener,
      Cancellation cancellation) {
    return copy.evaluate(setup, pairs, name, listener, cancellation);
  }

  /// The head as it is now; empty if the loss is the model's own.
  public Optional<TrainedHead> head() {
    return copy.head();
  }

  /// The copies with the trained weights.
  public TrainingRuns runs() {
    return copy.runs();
  }

  @Override
  public void close() {
    copy.close();
  }
}
