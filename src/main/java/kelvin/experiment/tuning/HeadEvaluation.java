package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.measure.Decision;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.prompt.Spellings;

/// Evaluates pairs by a model's head, not by the probabilities of the labels' texts.
public final class HeadEvaluation {

  private HeadEvaluation() {}

  /// Runs a second copy of the model, which is opened for this.
  ///
  /// @param data the name of the data set
  /// @throws InferenceException if the head has other labels or other features
  /// @throws kelvin.inference.CancelledException if cancelled
  public static Evaluation of(
      EvaluationSetup setup,
      List<Pair> pairs,
      Head head,
      String data,
      LoadedModel loaded,
      TuningProgress.Listener listener,
      Cancellation cancellation) {
    requireSameLabels(setup, head);
    long begin = System.nanoTime();
    try (var features = new PromptFeatures(loaded, setup.scoring().startToken())) {
      var computed = TrialFeatures.of(setup, pairs, loaded, features, listener, cancellation);
      double seconds = (System.nanoTime() - begin) / 1e9;
      return of(setup, computed, head, loaded.descriptor().name(), data, seconds);
    }
  }

  private static void requireSameLabels(EvaluationSetup setup, Head head) {
    var asked = Spellings.names(setup.labels().names());
    if (!new HashSet<>(asked).equals(new HashSet<>(head.labels()))) {
      throw new InferenceException(
          "The model's head knows the labels "
              + String.join(", ", head.labels())
              + ", and those asked about are "
              + String.join(", ", asked)
              + ". Leave the head out, or ask about its labels.");
    }
  }

  static Evaluation of(
      EvaluationSetup setup,
      TrialFeatures computed,
      Head head,
      String model,
      String data,
      double seconds) {
    var labels = Spellings.names(setup.labels().names());
    var items = new ArrayList<Evaluation.Item>();
    for (int i = 0; i < computed.trials().size(); i++) {
      var each = computed.trials().get(i);
      var own = HeadShares.of(head, computed.rows().get(i)).shares();
      var shares = labels.stream().map(label -> own.get(head.labels().indexOf(label))).toList();
      var decision = Decision.of(shares, setup.labels().indexOf(each.pair().label()));
      items.add(
          new Evaluation.Item(
              each.pair().place(), each.pair().input(), decision, Double.NaN, each.shortened()));
    }
    var extent = new Evaluation.Extent(items.size(), false, computed.leftOut(), seconds);
    var facts = new Evaluation.Facts(model, data, setup.facts(), Evaluation.Facts.HEAD, extent);
    return new Evaluation(facts, labels, items);
  }
}
