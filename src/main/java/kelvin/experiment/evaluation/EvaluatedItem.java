package kelvin.experiment.evaluation;

import java.util.List;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelScores;
import kelvin.experiment.measure.Decision;

/// Makes the answer for a pair from the scores of its labels.
final class EvaluatedItem {

  private EvaluatedItem() {}

  /// @param contentFree the scores of the same labels after the inputs without content
  static Evaluation.Item of(
      EvaluationSetup setup,
      FittedTrials.Fitted fitted,
      LabelScores scores,
      List<LabelScores> contentFree) {
    var choice = LabelChoice.of(scores, setup.scoring().normalization(), contentFree);
    int right = setup.labels().indexOf(fitted.pair().label());
    var decision = new Decision(choice.shares(), choice.chosen(), right);
    return new Evaluation.Item(
        fitted.pair().place(),
        fitted.pair().input(),
        decision,
        scores.inside(),
        fitted.shortened());
  }
}
