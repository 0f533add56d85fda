package kelvin.experiment.evaluation;

import java.util.List;
import java.util.Optional;
import kelvin.experiment.calibration.ConformalSets;
import kelvin.experiment.calibration.CorrectionFit;
import kelvin.experiment.measure.Decision;
import kelvin.experiment.measure.Measures;
import kelvin.experiment.measure.RiskCoverage;

/// The same prompt on two parts of a data set: what is fitted on the one is judged on the other.
///
/// The threshold and the sets are of the shares as they were measured, not of corrected ones: the
/// promise of the sets would not hold if their calibration items had been fitted before.
///
/// @param train the answers for the pairs of a `FitPart`, at least one
/// @param test the answers for the pairs of the test part
public record FittedEvaluation(Evaluation train, Evaluation test) {

  /// @throws IllegalArgumentException when the labels differ, or there is nothing to fit on
  public FittedEvaluation {
    if (!train.labels().equals(test.labels())) {
      throw new IllegalArgumentException("both parts must be asked about the same labels");
    }
    if (train.items().isEmpty()) {
      throw new IllegalArgumentException("there is no item to fit on");
    }
  }

  /// A correction of the shares, and the test part before and after it.
  ///
  /// @param decisions the corrected ones of the test part, in its order
  public record Corrected(
      CorrectionFit fit, Measures before, List<Decision> decisions, Measures after) {

    public Corrected {
      decisions = List.copyOf(decisions);
    }
  }

  /// Fits a correction on the train part and judges it on the test part. Empty if the model finds
  /// every label impossible in all items of the train part, or the fit finds no optimum.
  public Optional<Corrected> corrected(CorrectionFit.Parts parts) {
    if (train.decisions().stream().noneMatch(Decision::isDecided)) {
      return Optional.empty();
    }
    CorrectionFit fit;
    try {
      fit = CorrectionFit.of(train.decisions(), parts);
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
    var decisions = fit.correction().of(test.decisions());
    return Optional.of(new Corrected(fit, test.measures(), decisions, Measures.of(decisions)));
  }

  /// A threshold for a wanted error.
  ///
  /// @param wanted the share of wrong decisions among those taken, from 0 to 1
  /// @param train what it takes of the train part, on which it was chosen
  /// @param test what it takes of the test part; empty if nothing
  public record Threshold(
      double wanted, RiskCoverage.Point train, Optional<RiskCoverage.Point> test) {}

  /// Chooses the threshold that takes the most items of the train part with at most the wanted
  /// error, and judges it on the test part. Empty if no threshold does.
  ///
  /// @param wanted from 0 to 1
  public Optional<Threshold> threshold(double wanted) {
    return RiskCoverage.of(train.decisions())
        .forRisk(wanted)
        .map(
            point ->
                new Threshold(
                    wanted, point, RiskCoverage.of(test.decisions()).at(point.threshold())));
  }

  /// Sets of labels.
  ///
  /// @param fitted on the train part
  /// @param outcome on the test part, with a size for each of its items
  public record Sets(ConformalSets fitted, ConformalSets.Outcome outcome) {}

  /// Fits sets of labels on the train part and judges them on the test part.
  ///
  /// @param wanted how often a set shall hold the right label
  /// @throws IllegalArgumentException when `wanted` is not between 0 and 1
  public Sets sets(double wanted) {
    var fitted = ConformalSets.fit(train.decisions(), wanted);
    return new Sets(fitted, fitted.on(test.decisions()));
  }
}
