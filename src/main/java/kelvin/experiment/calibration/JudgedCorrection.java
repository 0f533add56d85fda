package kelvin.experiment.calibration;

import java.util.List;
import kelvin.experiment.measure.Decision;
import kelvin.experiment.measure.Measures;

/// A correction that was fitted on the train part and is judged on the test part.
///
/// @param after the measures of the corrected test part
public record JudgedCorrection(CorrectionFit fit, Measures after) {

  /// @param train decisions on pairs that the prompt does not show
  /// @throws IllegalArgumentException when no train decision is decided
  /// @throws IllegalStateException when the optimum cannot be certified
  public static JudgedCorrection of(
      List<Decision> train, List<Decision> test, CorrectionFit.Parts parts) {
    var fit = CorrectionFit.of(train, parts);
    return new JudgedCorrection(fit, Measures.of(fit.correction().of(test)));
  }
}
