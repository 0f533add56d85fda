package kelvin.ui.plot.placement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Measures text as it is painted. Measuring is slow and there are many texts, so the widths of the
/// common characters are kept for each font and summed up.
public final class TextSize {

  /// The part of the type size that a text takes above its baseline, and below it.
  private static final double ABOVE = 0.8;

  private static final double BELOW = 0.24;

  /// Characters below this one never join with others and have no accents of their own.
  private static final int COMMON = 0x250;

  /// Characters beyond the common ones that the plots write themselves.
  private static final String OURS = "␣⏎⇥…–−∞τΣ‖→·“”’◂✓Δ⁻⁰¹²³⁴⁵⁶⁷⁸⁹";

  private static final Map<Font, double[]> WIDTHS = new ConcurrentHashMap<>();

  private TextSize() {}

  /// The width of a text in pixels.
  public static double width(String text, Font font) {
    var widths = WIDTHS.computeIfAbsent(font, _ -> unknown());
    double sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int place = c < COMMON ? c : OURS.indexOf(c);
      if (place < 0) {
        return measured(text, font);
      }
      int at = c < COMMON ? place : COMMON + place;
      if (Double.isNaN(widths[at])) {
        widths[at] = measured(String.valueOf(c), font);
      }
      sum += widths[at];
    }
    return sum;
  }

  private static double[] unknown() {
    var widths = new double[COMMON + OURS.length()];
    Arrays.fill(widths, Double.NaN);
    return widths;
  }

  private static double measured(String text, Font font) {
    var probe = new Text(text);
    probe.setFont(font);
    return probe.getLayoutBounds().getWidth();
  }

  /// The box that a text takes.
  ///
  /// @param x the end of the text that `alignment` names
  public static Box box(
      String text, Font font, TextAlignment alignment, double x, double baseline) {
    return box(width(text, font), font, alignment, x, baseline);
  }

  static Box box(double width, Font font, TextAlignment alignment, double x, double baseline) {
    double left =
        switch (alignment) {
          case RIGHT -> x - width;
          case CENTER -> x - width / 2;
          default -> x;
        };
    double size = font.getSize();
    return new Box(left, baseline - ABOVE * size, left + width, baseline + BELOW * size);
  }

  /// The first of some texts that fits; where none does, the beginning of the last one.
  public static String fitting(List<String> texts, Font font, double room) {
    for (var text : texts) {
      if (width(text, font) <= room) {
        return text;
      }
    }
    return shortened(texts.getLast(), font, room);
  }

  /// The text, or its beginning with an ellipsis where the room is too small.
  public static String shortened(String text, Font font, double room) {
    if (width(text, font) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end).stripTrailing() + "…", font) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return end == 0 ? "" : text.substring(0, end).stripTrailing() + "…";
  }
}
