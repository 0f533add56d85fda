package kelvin.ui.control;

import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import kelvin.text.VisibleText;

/// Writes a token on a canvas: visible white space faint, the end of a long token as an ellipsis.
final class TokenTextPainter {

  private static final double ADVANCE = 0.6;

  private TokenTextPainter() {}

  /// @param baseline of the text
  /// @param width the most room it may take
  static void paint(
      Pen graphics, String visible, double x, double baseline, double width, Paint faint) {
    var text = fitting(graphics, visible, width);
    var ink = graphics.getFill();
    double at = x;
    int from = 0;
    while (from < text.length()) {
      int to = from + 1;
      boolean space = isSpace(text.charAt(from));
      while (to < text.length() && isSpace(text.charAt(to)) == space) {
        to++;
      }
      var run = text.substring(from, to);
      graphics.setFill(space ? faint : ink);
      graphics.fillText(run, at, baseline);
      at += widthOf(graphics, run);
      from = to;
    }
    graphics.setFill(ink);
  }

  private static boolean isSpace(char c) {
    return c == VisibleText.SPACE || c == VisibleText.LINE_FEED || c == VisibleText.TAB;
  }

  private static String fitting(Pen graphics, String visible, double width) {
    if (visible.length() < 8 || widthOf(graphics, visible) <= width) {
      return visible;
    }
    int end = visible.length();
    while (end > 1 && widthOf(graphics, visible.substring(0, end) + "…") > width) {
      end = visible.offsetByCodePoints(end, -1);
    }
    return visible.substring(0, end) + "…";
  }

  /// Measuring is slow and tokens are many, so what the number font surely has is counted: all its
  /// glyphs are 0.6 em wide.
  private static double widthOf(Pen graphics, String text) {
    if (text.chars().allMatch(c -> c < 0x250 || isSpace((char) c))) {
      return text.length() * ADVANCE * graphics.getFont().getSize();
    }
    var probe = new Text(text);
    probe.setFont(graphics.getFont());
    return probe.getLayoutBounds().getWidth();
  }
}
