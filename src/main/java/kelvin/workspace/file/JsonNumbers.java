package kelvin.workspace.file;

/// Numbers that JSON has none for are written as the texts that the command line writes, too.
public final class JsonNumbers {

  private JsonNumbers() {}

  /// What stands for a number in a file.
  public static Object of(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return number;
  }

  /// @param place for the sentence when it is none
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
