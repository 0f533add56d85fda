package kelvin.experiment.tuning;

import java.util.OptionalDouble;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.tuning.TuningProgress.Phase;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.prompt.Spellings;

/// Fits a head to a model: the features after all prompts are computed once, then the head alone is
/// learned. The model stays as it is.
///
/// @param fit the head
/// @param heldOut what the head makes of the test part
/// @param seconds the whole time
public record HeadTuning(HeadFit fit, Evaluation heldOut, double seconds) {

  /// @param l2 the penalty; chosen by cross-validation in the train part if it is empty
  /// @throws InferenceException if the model does not show its features
  /// @throws kelvin.inference.CancelledException if cancelled
  public static HeadTuning of(
      EvaluationSetup setup,
      TuningData data,
      OptionalDouble l2,
      LoadedModel loaded,
      TuningProgress.Listener listener,
      Cancellation cancellation) {
    long begin = System.nanoTime();
    TrialFeatures train;
    TrialFeatures test;
    try (var features = new PromptFeatures(loaded, setup.scoring().startToken())) {
      train = TrialFeatures.of(setup, data.train(), loaded, features, listener, cancellation);
      test = TrialFeatures.of(setup, data.test(), loaded, features, listener, cancellation);
    }
    if (train.rows().isEmpty()) {
      throw new InferenceException("No input of the train part fits the model's context.");
    }
    var names = Spellings.names(setup.labels().names());
    var table = train.table(setup.labels());
    var fits = new Telling(listener, Phase.FITS, PenaltyChoice.FITS);
    double penalty =
        l2.orElseGet(
            () -> PenaltyChoice.of(names, table, setup.facts().seed(), fits::one, cancellation));
    var fit = HeadFit.of(names, penalty, table, test.table(setup.labels()), cancellation);
    double seconds = (System.nanoTime() - begin) / 1e9;
    var heldOut =
        HeadEvaluation.of(
            setup, test, fit.head(), loaded.descriptor().name(), data.name(), seconds);
    return new HeadTuning(fit, heldOut, seconds);
  }
}
