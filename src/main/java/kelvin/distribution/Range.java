package kelvin.distribution;

/// Checks that a setting is within its range.
final class Range {

  private Range() {}

  /// @throws IllegalArgumentException when `value` is not `inside`
  static void check(String name, double value, boolean inside, String range) {
    if (!inside || Double.isNaN(value)) {
      throw new IllegalArgumentException(name + " must be " + range + ", was " + shown(value));
    }
  }

  /// Checks the setting `least`: how many tokens a cut always keeps.
  static void checkMinKept(int minKept) {
    check("least", minKept, minKept >= 1, "at least 1");
  }

  /// Formats a number; a whole number has no fraction.
  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
