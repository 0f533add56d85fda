package kelvin.cli.option;

import java.util.ArrayList;
import java.util.List;
import kelvin.cli.environment.UsageException;
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

  /// Reads token ids with commas between them.
  ///
  /// @param option for the message
  public static List<Integer> ids(String option, String list) {
    var numbers = new ArrayList<Integer>();
    try {
      for (var part : list.split(",", -1)) {
        numbers.add(whole(part.strip()));
      }
    } catch (TypeConversionException e) {
      throw new UsageException(
          option + " takes token ids with commas between them, such as 1,15,7: " + e.getMessage());
    }
    return numbers;
  }

  public static long wide(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new TypeConversionException("'" + text + "' is not a whole number in range");
    }
  }
}
