package kelvin.ui.path.tool;

import java.util.Optional;

/// Reads numbers that the user typed, and says what is wrong with them.
final class TypedNumber {

  private TypedNumber() {}

  /// A whole number within limits.
  ///
  /// @throws TypedException with a sentence for the user
  static int whole(String typed, String name, int least, int most) {
    try {
      int value = Integer.parseInt(typed.strip().replace(",", ""));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new TypedException(
        "%s must be a whole number from %,d to %,d.".formatted(name, least, most));
  }

  /// A number above 0, or none for an empty text.
  ///
  /// @throws TypedException with a sentence for the user
  static Optional<Double> positive(String typed, String name, double most) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(typed.strip().replace(',', '.'));
      if (value >= 0 && value <= most) {
        return Optional.of(value);
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new TypedException("%s must be a number from 0 to %s.".formatted(name, (int) most));
  }
}
