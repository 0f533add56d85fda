package kelvin.ui.text;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import kelvin.text.Span;

/// Finds the rectangles of tokens in a laid-out text and keeps them until the text, its font, its
/// width or the tokens change. Scrolling and moving the caret then need no layout.
final class TokenBoxes {

  /// A line is at least this much below the one above it.
  private static final double SAME_LINE = 1;

  private List<ShadedToken> tokens = List.of();
  private String laidOut = "";
  private Bounds outline = new BoundingBox(0, 0, 0, 0);
  private double wrappingWidth;
  private Font font = Font.getDefault();
  private List<List<Bounds>> boxes = List.of();

  /// The rectangles of each token, one per line, in the coordinates of the text; none for a token
  /// outside the text.
  List<List<Bounds>> of(Text text, List<ShadedToken> now) {
    if (!areOf(text, now)) {
      int length = text.getText().length();
      int kept = kept(text, now);
      var all = new ArrayList<>(boxes.subList(0, kept));
      for (var token : now.subList(kept, now.size())) {
        var span = token.span();
        all.add(span.end() <= length ? boxes(text, span) : List.of());
      }
      tokens = now;
      laidOut = text.getText();
      outline = text.getLayoutBounds();
      wrappingWidth = text.getWrappingWidth();
      font = text.getFont();
      boxes = all;
    }
    return boxes;
  }

  /// Returns the number of tokens that stay where they were. Text that grows at its end moves only
  /// its last line.
  private int kept(Text text, List<ShadedToken> now) {
    if (boxes.isEmpty()
        || text.getWrappingWidth() != wrappingWidth
        || !text.getFont().equals(font)
        || text.getLayoutBounds().getMinY() != outline.getMinY()
        || !text.getText().startsWith(laidOut)) {
      return 0;
    }
    boolean grows = laidOut.length() < text.getText().length();
    double above = grows ? lastLine() - SAME_LINE : Double.POSITIVE_INFINITY;
    int kept = 0;
    while (kept < Math.min(boxes.size(), now.size())
        && now.get(kept).span().equals(tokens.get(kept).span())
        && areAbove(boxes.get(kept), above)) {
      kept++;
    }
    return kept;
  }

  /// The top of the lowest line.
  private double lastLine() {
    double last = Double.NEGATIVE_INFINITY;
    for (var token : boxes) {
      for (var box : token) {
        last = Math.max(last, box.getMinY());
      }
    }
    return last;
  }

  private static boolean areAbove(List<Bounds> token, double y) {
    for (var box : token) {
      if (box.getMinY() >= y) {
        return false;
      }
    }
    return true;
  }

  /// Returns whether the rectangles are known without a layout.
  boolean areOf(Text text, List<ShadedToken> now) {
    return tokens.equals(now)
        && laidOut.equals(text.getText())
        && outline.equals(text.getLayoutBounds());
  }

  private static List<Bounds> boxes(Text text, Span span) {
    var boxes = new ArrayList<Bounds>();
    double minX = Double.NaN;
    double minY = Double.NaN;
    double maxX = Double.NaN;
    double maxY = Double.NaN;
    for (PathElement element : text.rangeShape(span.start(), span.end())) {
      switch (element) {
        case MoveTo move -> {
          addBox(boxes, minX, minY, maxX, maxY);
          minX = maxX = move.getX();
          minY = maxY = move.getY();
        }
        case LineTo line -> {
          minX = Math.min(minX, line.getX());
          maxX = Math.max(maxX, line.getX());
          minY = Math.min(minY, line.getY());
          maxY = Math.max(maxY, line.getY());
        }
        default -> {
          // the outline of a range has nothing else
        }
      }
    }
    addBox(boxes, minX, minY, maxX, maxY);
    return boxes;
  }

  private static void addBox(
      List<Bounds> boxes, double minX, double minY, double maxX, double maxY) {
    if (maxX > minX && maxY > minY) {
      boxes.add(new BoundingBox(minX, minY, maxX - minX, maxY - minY));
    }
  }
}
