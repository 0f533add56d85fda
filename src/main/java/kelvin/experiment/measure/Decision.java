package kelvin.experiment.measure;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// One decision between labels, and the right label.
///
/// @param shares by label, from 0 to 1, sum 1; all NaN where the model finds every label impossible
/// @param choice the index of the chosen label; empty where every label is impossible
/// @param right the index of the right label
public record Decision(List<Double> shares, OptionalInt choice, int right) {

  /// @throws IllegalArgumentException when an index is not that of a label
  public Decision {
    shares = List.copyOf(shares);
    if (right < 0 || right >= shares.size()) {
      throw new IllegalArgumentException(
          "the right label must be from 0 to " + (shares.size() - 1) + ", was " + right);
    }
    if (choice.isPresent() && choice.getAsInt() >= shares.size()) {
      throw new IllegalArgumentException("there is no label " + choice.getAsInt());
    }
  }

  /// A decision for the label with the greatest share, the first one of equals.
  public static Decision of(List<Double> shares, int right) {
    return new Decision(shares, greatest(shares), right);
  }

  private static OptionalInt greatest(List<Double> shares) {
    return IntStream.range(0, shares.size())
        .filter(label -> !Double.isNaN(shares.get(label)))
        .reduce((best, label) -> shares.get(label) > shares.get(best) ? label : best);
  }

  /// True if the model finds a label possible, so that the shares exist.
  public boolean isDecided() {
    return choice.isPresent();
  }

  /// True if the right label was chosen. An undecided one counts as wrong.
  public boolean isRight() {
    return choice.isPresent() && choice.getAsInt() == right;
  }

  /// The share of the chosen label; NaN where nothing was chosen.
  public double confidence() {
    return choice.isPresent() ? shares.get(choice.getAsInt()) : Double.NaN;
  }

  /// The share of the right label.
  public double rightShare() {
    return shares.get(right);
  }
}
