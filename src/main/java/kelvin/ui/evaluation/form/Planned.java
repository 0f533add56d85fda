package kelvin.ui.evaluation.form;

import java.util.List;
import kelvin.experiment.evaluation.EvaluationPlan;

/// The plan that the form makes, or the reason why it makes none.
public sealed interface Planned {

  /// The data is being read.
  record Reading() implements Planned {}

  /// It can be run.
  ///
  /// @param summary the size of the parts and the labels of the test part
  /// @param notes sentences about what makes the numbers worth less than they look
  record Ready(EvaluationPlan plan, String summary, List<String> notes) implements Planned {
    public Ready {
      notes = List.copyOf(notes);
    }
  }

  /// It cannot be run.
  ///
  /// @param reason sentences for the user
  record Refused(String reason) implements Planned {}
}
