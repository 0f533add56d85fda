package kelvin.ui.tuning;

import java.util.List;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.experiment.tuning.live.LiveWish;

/// The fine-tuning that the form asks for, or the reason why there is none.
public sealed interface TuningPlanned {

  /// The data is being read.
  record Reading() implements TuningPlanned {}

  /// It can be run.
  ///
  /// @param summary the size of the parts
  /// @param notes sentences about what makes the numbers worth less than they look
  record Ready(EvaluationPlan plan, LiveWish wish, String summary, List<String> notes)
      implements TuningPlanned {
    public Ready {
      notes = List.copyOf(notes);
    }
  }

  /// It cannot be run.
  ///
  /// @param reason sentences for the user
  record Refused(String reason) implements TuningPlanned {}
}
