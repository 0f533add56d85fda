package kelvin.distribution;

/// The numbers that a setting may be, said where it is not.
final class Range {

  private Range() {}

  /// @throws IllegalArgumentException when `value` is not `inside`
  static void check(String name, double value, boolean inside, String range) {
    if (!inside || Double.isNaN(value)) {
      throw new IllegalArgumentException(name + " must be " + range + ", was " + shown(value));
    }
  }

  /// How many tokens stay at least.
  static void checkLeast(int least) {
    check("least", least, least >= 1, "at least 1");
  }

  /// A whole number without its fraction.
  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
