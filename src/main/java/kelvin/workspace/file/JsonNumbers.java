package kelvin.workspace.file;

/// Converts numbers to JSON values and back. NaN and the infinities become the texts that the
/// command line writes too.
public final class JsonNumbers {

  private JsonNumbers() {}

  /// The JSON value for a number.
  public static Object of(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return number;
  }

  /// @param place the place in the file, for the sentence if the value is not a number
  public static double number(String place, Object value) {
    return switch (value) {
      case Number number -> number.doubleValue();
      case String text when text.equals("nan") -> Double.NaN;
      case String text when text.equals("inf") -> Double.POSITIVE_INFINITY;
      case String text when text.equals("-inf") -> Double.NEGATIVE_INFINITY;
      default -> throw DamagedException.at(place, "a number", value);
    };
  }
}
