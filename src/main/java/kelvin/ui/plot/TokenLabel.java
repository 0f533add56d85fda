package kelvin.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import kelvin.text.VisibleText;

/// The text of a token, laid out once and painted many times. Visible white space is faint; a long
/// token ends in an ellipsis.
///
/// @param runs from left to right
/// @param width in pixels
/// @param elided whether part of the token is left out
public record TokenLabel(List<Run> runs, double width, boolean elided) {

  private static final double ADVANCE = 0.6;

  /// A piece of text in one colour.
  ///
  /// @param space whether it is white space made visible
  /// @param offset from the label's left edge
  record Run(String text, boolean space, double offset) {}

  /// @param visible the text with white space and control characters made visible
  /// @param room the greatest width
  public static TokenLabel of(String visible, Font font, double room) {
    var text = fitting(visible, font, room);
    var runs = new ArrayList<Run>();
    double at = 0;
    int from = 0;
    while (from < text.length()) {
      int to = from + 1;
      boolean space = isSpace(text.charAt(from));
      while (to < text.length() && isSpace(text.charAt(to)) == space) {
        to++;
      }
      var run = text.substring(from, to);
      runs.add(new Run(run, space, at));
      at += widthOf(run, font);
      from = to;
    }
    return new TokenLabel(List.copyOf(runs), at, text.length() != visible.length());
  }

  public void paint(Pen pen, double x, double baseline, Paint ink, Paint faint) {
    for (int i = 0; i < runs.size(); i++) {
      var run = runs.get(i);
      pen.setFill(run.space() ? faint : ink);
      pen.fillText(run.text(), x + run.offset(), baseline);
    }
    pen.setFill(ink);
  }

  private static boolean isSpace(char c) {
    return c == VisibleText.SPACE || c == VisibleText.LINE_FEED || c == VisibleText.TAB;
  }

  private static String fitting(String visible, Font font, double room) {
    if (visible.length() < 8 || widthOf(visible, font) <= room) {
      return visible;
    }
    // A token can have a thousand characters; no more than these can fit.
    int end =
        visible.offsetByCodePoints(0, Math.min(visible.codePointCount(0, visible.length()), 80));
    while (end > 1 && widthOf(visible.substring(0, end) + "…", font) > room) {
      end = visible.offsetByCodePoints(end, -1);
    }
    return visible.substring(0, end) + "…";
  }

  /// Measuring is slow and there are many tokens. All glyphs of the number font are 0.6 em wide, so
  /// characters that it surely has are only counted.
  private static double widthOf(String text, Font font) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x250 && !isSpace(c) && c != '…') {
        var probe = new Text(text);
        probe.setFont(font);
        return probe.getLayoutBounds().getWidth();
      }
    }
    return text.length() * ADVANCE * font.getSize();
  }
}
