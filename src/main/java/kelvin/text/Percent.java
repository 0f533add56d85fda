package kelvin.text;

import java.util.Locale;

/// Writes probabilities as percentages, the same way wherever a person reads them.
public final class Percent {

  /// Below this many percent, decimals would take more room than a power of ten.
  private static final double SMALLEST_DECIMAL = 0.00001;

  /// Below this many percent one digit says enough.
  private static final double SMALL = 1e-9;

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Percent() {}

  /// Returns a probability in percent, without the sign: `15.36`, `0.017`, `0.00021`, `2.1×10⁻⁷`,
  /// `0`; a dash for what is no number, such as a share of nothing.
  public static String of(double probability) {
    if (Double.isNaN(probability)) {
      return "–";
    }
    double percent = probability * 100;
    // What is left of 1 after a sum can miss zero by rounding.
    if (percent == 0 || (percent < 0 && percent > -SMALL)) {
      return "0";
    }
    if (percent >= 0.995) {
      return String.format(Locale.ROOT, "%.2f", percent);
    }
    if (percent >= 0.001) {
      return String.format(Locale.ROOT, "%.3f", percent);
    }
    if (percent >= SMALLEST_DECIMAL) {
      int decimals = 1 + (int) Math.ceil(-Math.log10(percent));
      return String.format(Locale.ROOT, "%." + decimals + "f", percent);
    }
    return power(String.format(Locale.ROOT, percent < SMALL ? "%.0e" : "%.1e", percent));
  }

  /// Turns `2.1e-07` into `2.1×10⁻⁷`.
  private static String power(String scientific) {
    int e = scientific.indexOf('e');
    var text = new StringBuilder(scientific.substring(0, e)).append("×10⁻");
    var exponent = Integer.toString(Math.abs(Integer.parseInt(scientific.substring(e + 1))));
    exponent.chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }
}
