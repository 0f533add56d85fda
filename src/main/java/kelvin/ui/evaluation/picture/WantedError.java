package kelvin.ui.evaluation.picture;

import java.util.OptionalDouble;

/// Reads a wanted share of errors that was typed in percent.
public final class WantedError {

  /// A sentence about a text that is no such number.
  public static final String PROBLEM = "The wanted errors must be a number from 0 to 100.";

  private WantedError() {}

  /// From 0 to 1; empty if it is no such number.
  public static OptionalDouble parse(String percent) {
    try {
      double number = Double.parseDouble(percent.strip());
      return number >= 0 && number <= 100
          ? OptionalDouble.of(number / 100)
          : OptionalDouble.empty();
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }
}
