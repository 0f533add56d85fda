package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.List;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.FittedTrials;
import kelvin.experiment.tuning.TuningProgress.Phase;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// The features after the prompts of pairs.
///
/// @param trials the prompts that fit the context
/// @param leftOut the places of the pairs that were too long
/// @param rows φ for each trial
record TrialFeatures(List<FittedTrials.Fitted> trials, List<String> leftOut, List<float[]> rows) {

  /// Gives the last hidden state after prompts.
  @FunctionalInterface
  interface Source {

    /// φ at the last token of a prompt.
    ///
    /// @throws kelvin.inference.CancelledException if cancelled
    float[] after(String prompt, Cancellation cancellation);
  }

  TrialFeatures {
    trials = List.copyOf(trials);
    leftOut = List.copyOf(leftOut);
    rows = List.copyOf(rows);
  }

  /// @throws kelvin.experiment.evaluation.TooLongException if a prompt does not fit and may not be
  ///     left out
  /// @throws kelvin.inference.CancelledException if cancelled
  static TrialFeatures of(
      EvaluationSetup setup,
      List<Pair> pairs,
      LoadedModel loaded,
      Source features,
      TuningProgress.Listener listener,
      Cancellation cancellation) {
    var fitted = new FittedTrials(setup, pairs);
    var looking = new Telling(listener, Phase.LOOKING, pairs.size());
    fitted.lookAtAll(loaded, cancellation, looking::upTo);
    var telling = new Telling(listener, Phase.FEATURES, fitted.fitted().size());
    var rows = new ArrayList<float[]>();
    for (var each : fitted.fitted()) {
      cancellation.throwIfCancelled();
      rows.add(features.after(each.trial().prompt().render(), cancellation));
      telling.one();
    }
    return new TrialFeatures(fitted.fitted(), fitted.leftOut(), rows);
  }

  FeatureTable table(EvaluationSetup.Labels labels) {
    var right = trials.stream().mapToInt(each -> labels.indexOf(each.pair().label())).toArray();
    return new FeatureTable(rows, right, labels.names().size());
  }
}
