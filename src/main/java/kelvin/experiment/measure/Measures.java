package kelvin.experiment.measure;

import java.util.List;

/// All measures of a list of decisions between the same labels.
///
/// @param undecided the number of items of which the model finds every label impossible. They
///     count as wrong; log loss, Brier score and calibration error leave them out
/// @param logLoss the mean, in nats
public record Measures(
    Proportion accuracy, int undecided, double logLoss, Brier brier, Reliability reliability) {

  public static Measures of(List<Decision> decisions) {
    return new Measures(
        Proportion.accuracy(decisions),
        (int) decisions.stream().filter(decision -> !decision.isDecided()).count(),
        LogLoss.of(decisions),
        Brier.of(decisions),
        Reliability.of(decisions));
  }
}
