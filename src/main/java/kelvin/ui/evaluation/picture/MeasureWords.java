package kelvin.ui.evaluation.picture;

import java.util.Locale;
import kelvin.experiment.measure.Proportion;
import kelvin.text.Count;
import kelvin.ui.control.Numbers;

/// Says measures in the words and digits of the window.
public final class MeasureWords {

  private MeasureWords() {}

  /// Such as `72.5 %`; a dash where there is no value.
  public static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /// A share in little room, which does not look like 0 or 1 unless it is: `0.587`, `<0.001`.
  public static String share(double share) {
    if (Double.isNaN(share)) {
      return "–";
    }
    if (share > 0 && share < 0.0005) {
      return "<0.001";
    }
    return share < 1 && share >= 0.9995 ? ">0.999" : String.format(Locale.ROOT, "%.3f", share);
  }

  /// Such as `0.587`, `∞`, or a dash where there is no value.
  public static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Numbers.threeDigits(value);
    }
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /// Such as `87 of 120 right; 95 % interval 63.9 to 79.7 %`.
  public static String accuracy(Proportion accuracy) {
    return "%s of %s right; 95 %% interval %.1f to %.1f %%"
        .formatted(
            Count.of(accuracy.successes()),
            Count.of(accuracy.count()),
            100 * accuracy.interval().low(),
            100 * accuracy.interval().high());
  }
}
