package kelvin.distribution.export;

import kelvin.distribution.LogitBias;

/// Numbers as Python and C++ read them.
final class Figures {

  private Figures() {}

  /// A whole number with one digit after the point, as these tools expect a float.
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
