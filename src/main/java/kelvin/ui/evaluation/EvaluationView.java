package kelvin.ui.evaluation;

import kelvin.ui.evaluation.figure.EvaluationExports;
import kelvin.ui.lab.common.LabColumns;

/// Layout of the evaluations.
public final class EvaluationView extends LabColumns {

  /// @param showPlayground goes to the page with the restored prompt
  public EvaluationView(EvaluationLab lab, EvaluationExports exports, Runnable showPlayground) {
    super(
        new FormPane(lab.runs()),
        new RunsPane(lab.runs()),
        new ResultPane(lab, exports, showPlayground));
    setId("evaluation");
  }
}
