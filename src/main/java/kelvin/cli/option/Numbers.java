package kelvin.cli.option;

import picocli.CommandLine.TypeConversionException;

/// Reads numbers of the command line. Whether a number makes sense is for its owner to say.
public final class Numbers {

  private Numbers() {}

  /// Also takes `inf`, `-inf` and `nan`.
  public static double real(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> {
        try {
          yield Double.parseDouble(text);
        } catch (NumberFormatException _) {
          throw new TypeConversionException("'" + text + "' is not a number");
        }
      }
    };
  }

  public static int whole(String text) {
    long number = wide(text);
    if (number != (int) number) {
      throw new TypeConversionException("'" + text + "' is out of range");
    }
    return (int) number;
  }

  public static long wide(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new TypeConversionException("'" + text + "' is not a whole number in range");
    }
  }
}
