package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.List;
import kelvin.engine.tuning.Copies;
import kelvin.engine.tuning.TextTuning;
import kelvin.engine.tuning.TuningResult;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.tuning.WeightTuning.Keeping;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.training.TrainingText;

/// Trains the same weights of a model on one train part after the other. Each training begins with
/// the weights of the model; the copies are opened once.
///
/// Use it from one thread at a time, and close it before the model.
public final class RepeatedTuning implements AutoCloseable {

  private static final TuningProgress.Listener NOBODY = _ -> {};

  private final LoadedModel loaded;
  private final Loss loss;
  private final TrainedCopy copy;
  private final Copies base;

  /// The prompt of one pair to learn from.
  public record Asked(EvaluationSetup setup, Pair pair) {}

  /// @param training of weights; the seed is that of each training
  /// @throws InferenceException if the weights cannot be trained; the message says why
  public RepeatedTuning(Training training, EvaluationSetup.Labels labels, LoadedModel loaded) {
    this.loaded = loaded;
    loss = training.loss();
    copy = new TrainedCopy(training, labels, loaded);
    base = new Copies(copy.values());
  }

  /// Trains from the model's own weights to the end. A fifth of the pairs says when to stop, if
  /// there are enough.
  ///
  /// @param seed of all draws
  /// @throws InferenceException if no text fits the context
  /// @throws kelvin.inference.CancelledException if cancelled
  public TuningResult train(List<Asked> train, long seed, Cancellation cancellation) {
    base.restore();
    copy.runs().changed();
    var parts = TrainParts.of(train.stream().map(Asked::pair).toList(), seed);
    var learned = new ArrayList<TrainingText>();
    var stopping = new ArrayList<TrainingText>();
    for (var asked : train) {
      var one = List.of(asked.pair);
      var texts = LearnedTexts.of(loss, asked.setup, one, loaded, NOBODY, cancellation);
      (parts.stopping().contains(asked.pair) ? stopping : learned).addAll(texts);
    }
    if (learned.isEmpty()) {
      throw new InferenceException("No example fits the model's context.");
    }
    var texts = new TextTuning.Texts(learned, stopping);
    var tuning = copy.begin(texts, seed, Keeping.NOTHING, NOBODY, cancellation).tuning();
    boolean more = true;
    while (more) {
      cancellation.throwIfCancelled();
      more = tuning.step(cancellation);
    }
    return tuning.result();
  }

  /// Evaluates pairs with the weights as they are now: by the head, or by the labels'
  /// probabilities.
  ///
  /// @param data the name of the data set
  /// @throws kelvin.inference.CancelledException if cancelled
  public Evaluation evaluate(
      EvaluationSetup setup,
      List<Pair> tests,
      String data,
      EvaluationListener listener,
      Cancellation cancellation) {
    return copy.evaluate(setup, tests, data, listener, cancellation);
  }

  @Override
  public void close() {
    copy.close();
  }
}
