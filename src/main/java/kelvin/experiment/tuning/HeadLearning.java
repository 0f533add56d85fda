package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.prompt.Spellings;

/// Fits heads to several train parts and judges them on one test part. The features of each pair
/// are computed once.
///
/// Owns a second copy of the model. Use it from one thread at a time, and close it before the
/// model.
public final class HeadLearning implements AutoCloseable {

  private static final TuningProgress.Listener NOBODY = _ -> {};

  private final EvaluationSetup setup;
  private final LoadedModel loaded;
  private final String data;
  private final PromptFeatures features;
  private final Map<Pair, Timed> known = new HashMap<>();
  private final TrialFeatures tests;
  private final double answerSeconds;

  /// The features of one pair; without a row if it is too long and left out.
  private record Timed(TrialFeatures computed, double seconds) {}

  /// A head and what it makes of the test part.
  ///
  /// @param seconds the time for the features of its train part and for all fits
  /// @param answerSeconds the mean time of one answer
  public record Learned(HeadFit fit, Evaluation heldOut, double seconds, double answerSeconds) {}

  /// Opens the copy and computes the features of the test part.
  ///
  /// @param data the name of the data set
  /// @throws InferenceException if the model does not show its features
  /// @throws kelvin.experiment.evaluation.TooLongException if an input does not fit and may not be
  ///     left out
  public HeadLearning(
      EvaluationSetup setup,
      String data,
      List<Pair> tests,
      LoadedModel loaded,
      Cancellation cancellation) {
    this.setup = setup;
    this.data = data;
    this.loaded = loaded;
    features = new PromptFeatures(loaded, setup.scoring().startToken());
    boolean complete = false;
    try {
      long begin = System.nanoTime();
      this.tests = TrialFeatures.of(setup, tests, loaded, features, NOBODY, cancellation);
      answerSeconds = (System.nanoTime() - begin) / 1e9 / Math.max(1, tests.size());
      complete = true;
    } finally {
      if (!complete) {
        features.close();
      }
    }
  }

  /// Fits a head, with a penalty by cross-validation.
  ///
  /// @param seed of the cross-validation
  /// @throws InferenceException if no input fits the model's context
  /// @throws kelvin.inference.CancelledException if cancelled
  public Learned fit(List<Pair> train, long seed, Cancellation cancellation) {
    double before = train.stream().mapToDouble(pair -> computed(pair, cancellation).seconds).sum();
    long begin = System.nanoTime();
    var table = joined(train, cancellation).table(setup.labels());
    if (table.size() == 0) {
      throw new InferenceException("No example fits the model's context.");
    }
    var names = Spellings.names(setup.labels().names());
    double penalty = PenaltyChoice.of(names, table, seed, () -> {}, cancellation);
    var fit = HeadFit.of(names, penalty, table, tests.table(setup.labels()), cancellation);
    double seconds = before + (System.nanoTime() - begin) / 1e9;
    var model = loaded.descriptor().name();
    double judging = answerSeconds * tests.rows().size();
    var heldOut = HeadEvaluation.of(setup, tests, fit.head(), model, data, judging);
    return new Learned(fit, heldOut, seconds, answerSeconds);
  }

  private Timed computed(Pair pair, Cancellation cancellation) {
    var ready = known.get(pair);
    if (ready == null) {
      long begin = System.nanoTime();
      var row = TrialFeatures.of(setup, List.of(pair), loaded, features, NOBODY, cancellation);
      ready = new Timed(row, (System.nanoTime() - begin) / 1e9);
      known.put(pair, ready);
    }
    return ready;
  }

  private TrialFeatures joined(List<Pair> pairs, Cancellation cancellation) {
    var parts = pairs.stream().map(pair -> computed(pair, cancellation).computed).toList();
    var leftOut = new ArrayList<String>();
    parts.forEach(part -> leftOut.addAll(part.leftOut()));
    return new TrialFeatures(
        parts.stream().flatMap(part -> part.trials().stream()).toList(),
        leftOut,
        parts.stream().flatMap(part -> part.rows().stream()).toList());
  }

  @Override
  public void close() {
    features.close();
  }
}
