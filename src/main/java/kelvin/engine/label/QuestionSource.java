package kelvin.engine.label;

import java.util.List;
import kelvin.inference.Cancellation;

/// Makes the questions of a sweep when the sweep begins to run. There may be tens of thousands.
@FunctionalInterface
public interface QuestionSource {

  /// Called on the thread that runs the sweep, and again from the beginning after a pause.
  ///
  /// @param cancellation looked at before each question is made
  /// @throws kelvin.inference.CancelledException when paused or cancelled
  List<LabelQuestion> questions(Cancellation cancellation);
}
