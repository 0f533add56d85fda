package kelvin.experiment.measure;

import java.util.Arrays;

/// The probability that a model gives to all labels together. Shares do not show it.
///
/// @param mean over the items whose mass is known, from 0 to 1; NaN if there is none
/// @param min the smallest one; NaN if there is none
public record LabelMass(double mean, double min) {

  /// @param masses one for each item; NaN where it is not known
  public static LabelMass of(double... masses) {
    var known = Arrays.stream(masses).filter(mass -> !Double.isNaN(mass)).toArray();
    return new LabelMass(
        Arrays.stream(known).average().orElse(Double.NaN),
        Arrays.stream(known).min().orElse(Double.NaN));
  }
}
