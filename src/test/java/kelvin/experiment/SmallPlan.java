package kelvin.experiment;

import java.util.List;
import java.util.Optional;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.TooLong;
import kelvin.inference.StartToken;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;

/// Makes plans of a few pairs, asked by the prompt `{x}{y}`.
public final class SmallPlan {

  private SmallPlan() {}

  /// A pair whose place is its input.
  public static Pair pair(String input, String label) {
    return new Pair(input, input, label, true);
  }

  /// @param labels two names
  public static EvaluationPlan of(List<String> labels, List<Pair> train, List<Pair> test) {
    var data = new DataSet("letters", Optional.empty(), train, test, List.of(), labels);
    var prompt = new FewShotPrompt("", List.of(), 0, Layout.of("{x}{y}", " "), "");
    var scoring =
        new EvaluationSetup.Scoring(Normalization.NONE, List.of(), StartToken.AUTO, TooLong.REFUSE);
    try {
      return EvaluationPlan.of(
          data,
          new EvaluationPlan.PlannedPrompt("letters", prompt, Optional.empty()),
          new EvaluationSetup.Labels(labels, false),
          scoring,
          42);
    } catch (DataException e) {
      throw new AssertionError(e);
    }
  }
}
