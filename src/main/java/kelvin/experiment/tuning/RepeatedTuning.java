package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.inside.Features;
import kelvin.engine.tuning.Copies;
import kelvin.engine.tuning.TextTuning;
import kelvin.engine.tuning.TuningResult;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainingText;
import kelvin.inference.training.WeightChoice;

/// Trains the same weights of a model on one train part after the other. Each training begins with
/// the weights of the model; the copies are opened once.
///
/// Use it from one thread at a time, and close it before the model.
public final class RepeatedTuning implements AutoCloseable {

  private static final TuningProgress.Listener NOBODY = _ -> {};

  private final LoadedModel loaded;
  private final TrainingRuns runs;
  private final Copies base;

  /// The prompt of one pair to learn from.
  public record Asked(EvaluationSetup setup, Pair pair) {}

  /// @throws InferenceException if the weights cannot be trained; the message says why
  public RepeatedTuning(WeightChoice choice, LoadedModel loaded) {
    this.loaded = loaded;
    runs = Features.insideOf(loaded).openTraining(choice);
    base = new Copies(runs.weights().stream().map(TrainedWeight::values).toList());
  }

  /// Trains from the model's own weights to the end. A fifth of the pairs says when to stop, if
  /// there are enough.
  ///
  /// @throws InferenceException if no text fits the context
  /// @throws kelvin.inference.CancelledException if cancelled
  public TuningResult train(List<Asked> train, TuningSettings settings, Cancellation cancellation) {
    base.restore();
    runs.changed();
    var parts = TrainParts.of(train.stream().map(Asked::pair).toList(), settings.seed());
    var learned = new ArrayList<TrainingText>();
    var stopping = new ArrayList<TrainingText>();
    for (var asked : train) {
      var texts = AnswerTexts.of(asked.setup, List.of(asked.pair), loaded, NOBODY, cancellation);
      (parts.stopping().contains(asked.pair) ? stopping : learned).addAll(texts);
    }
    if (learned.isEmpty()) {
      throw new InferenceException("No example fits the model's context.");
    }
    boolean together =
        WeightTuning.areBatchesEqual(runs, learned, settings.together(), cancellation);
    var used = together ? settings : settings.oneByOne();
    var tuning =
        new TextTuning(runs, new TextTuning.Texts(learned, stopping), used, Optional.empty());
    boolean more = true;
    while (more) {
      cancellation.throwIfCancelled();
      more = tuning.step(cancellation);
    }
    return tuning.result();
  }

  /// Evaluates pairs with the weights as they are now, by the labels' probabilities.
  ///
  /// @param data the name of the data set
  /// @throws kelvin.inference.CancelledException if cancelled
  public Evaluation evaluate(
      EvaluationSetup setup,
      List<Pair> tests,
      String data,
      EvaluationListener listener,
      Cancellation cancellation) {
    var tuned = new LoadedModel(runs.model(), loaded.tokenizer()).cancelledBy(cancellation);
    var work = new EvaluationWork(setup, tests, listener);
    var evaluation = EvaluationWork.run(work, data, tuned, cancellation);
    cancellation.throwIfCancelled();
    return evaluation;
  }

  @Override
  public void close() {
    runs.close();
  }
}
