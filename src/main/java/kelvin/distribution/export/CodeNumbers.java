package kelvin.distribution.export;

import kelvin.distribution.LogitBias;

/// Formats numbers for Python and C++.
final class CodeNumbers {

  private CodeNumbers() {}

  /// Formats a number; a whole number keeps one digit after the point, because these tools expect
  /// a float.
  static String number(double value) {
    return Double.toString(value);
  }

  static String python(double value) {
    return value == Double.NEGATIVE_INFINITY
        ? "float(\"-inf\")"
        : value == Double.POSITIVE_INFINITY ? "float(\"inf\")" : number(value);
  }

  static boolean isSingle(LogitBias.Bias bias) {
    return bias.sequence().size() == 1;
  }
}
