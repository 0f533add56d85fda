package kelvin.ui.text;

import java.util.Locale;
import kelvin.display.InformationUnit;
import kelvin.ui.control.Numbers;

/// The model's numbers for a token of a text.
///
/// @param surprisal −ln p in the model's own distribution, nats
/// @param rank 1-based
/// @param entropy of the distribution before the token, nats
public record TokenNumbers(double surprisal, int rank, double entropy) {

  public double probability() {
    return Math.exp(-surprisal);
  }

  /// All numbers in words, in two lines.
  ///
  /// @param unit of surprisal and entropy
  public String describe(InformationUnit unit) {
    return String.format(
        Locale.ROOT,
        "model (τ = 1) %s %% · surprisal %s%nrank %s · entropy before it %s",
        Numbers.percent(probability()),
        Numbers.information(surprisal, unit),
        Numbers.count(rank),
        Numbers.information(entropy, unit));
  }
}
