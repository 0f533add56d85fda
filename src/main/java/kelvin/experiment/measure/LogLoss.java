package kelvin.experiment.measure;

import java.util.Collection;

/// The logarithmic loss −ln p of the right label's share, in nats (I. J. Good, “Rational
/// decisions”, Journal of the Royal Statistical Society B 14, 1952).
public final class LogLoss {

  private LogLoss() {}

  /// The mean over the decided items; ∞ where a right label has no share, NaN without such items.
  public static double of(Collection<Decision> decisions) {
    double sum = 0;
    int count = 0;
    for (var decision : decisions) {
      if (decision.isDecided()) {
        sum += of(decision);
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /// The loss of one decision; NaN where it is undecided.
  public static double of(Decision decision) {
    // 0 − ln 1 is 0, where −ln 1 would be −0.
    return 0 - StrictMath.log(decision.rightShare());
  }
}
