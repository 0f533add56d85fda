package kelvin.experiment.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.experiment.calibration.CorrectionFit;

/// The fits that a user wants on the train part, with their results.
///
/// @param wanted which of the three; the others are empty
public record Fits(FittedEvaluation both, Wanted wanted) {

  /// @param correction true for a temperature and a bias for each label
  /// @param error the share of wrong decisions that a threshold shall allow, from 0 to 1
  /// @param sets how often a set of labels shall hold the right one, between 0 and 1
  public record Wanted(boolean correction, OptionalDouble error, OptionalDouble sets) {

    /// True if anything is wanted.
    public boolean isAny() {
      return correction || error.isPresent() || sets.isPresent();
    }
  }

  /// The correction; empty if it is not wanted, or if no item of the train part is decided.
  public Optional<FittedEvaluation.Corrected> corrected() {
    return wanted.correction()
        ? both.corrected(CorrectionFit.Parts.TEMPERATURE_AND_BIASES)
        : Optional.empty();
  }

  /// The threshold; empty if it is not wanted, or if none has so small an error.
  public Optional<FittedEvaluation.Threshold> threshold() {
    return wanted.error().isPresent()
        ? both.threshold(wanted.error().getAsDouble())
        : Optional.empty();
  }

  /// The sets; empty if they are not wanted.
  public Optional<FittedEvaluation.Sets> sets() {
    return wanted.sets().isPresent()
        ? Optional.of(both.sets(wanted.sets().getAsDouble()))
        : Optional.empty();
  }
}
