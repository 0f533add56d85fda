package kelvin.ui.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import kelvin.ui.plot.placement.Box;

/// Notes where texts and lines are painted. Texts are measured by the toolkit, not by what
/// places them.
final class TextPen extends FakePen {

  private static final Map<List<Object>, Double> WIDTHS = new HashMap<>();

  private final List<Written> texts = new ArrayList<>();
  private final List<double[]> lines = new ArrayList<>();
  private final List<double[]> path = new ArrayList<>();
  private double x;
  private double y;
  private TextAlignment alignment = TextAlignment.LEFT;

  /// A painted text, with the box that its letters take.
  record Written(String text, double left, double top, double right, double bottom) {

    boolean meets(Written other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /// True if the other one stands in the same line with less than a gap between the two.
    boolean isBeside(Written other, double gap) {
      return bottom == other.bottom && left < other.right + gap && other.left < right + gap;
    }

    boolean isNumber() {
      return text.matches("[+−]?\\d.*");
    }

    boolean isStruck(double[] line) {
      boolean across = line[1] == line[3];
      if (!across && line[0] != line[2]) {
        return new Box(left, top + 1, right, bottom - 1)
            .isCrossed(line[0], line[1], line[2], line[3]);
      }
      return across
          ? line[1] > top + 1
              && line[1] < bottom - 1
              && Math.max(line[0], line[2]) > left
              && Math.min(line[0], line[2]) < right
          : line[0] > left
              && line[0] < right
              && Math.max(line[1], line[3]) > top
              && Math.min(line[1], line[3]) < bottom;
    }
  }

  List<Written> texts() {
    return texts;
  }

  /// The straight lines and the pieces of the paths that were stroked: x1, y1, x2, y2.
  List<double[]> lines() {
    return lines;
  }

  @Override
  public void setTextAlign(TextAlignment wanted) {
    alignment = wanted;
  }

  @Override
  public void fillText(String text, double x, double baseline) {
    if (text.isBlank()) {
      return;
    }
    double width = WIDTHS.computeIfAbsent(List.of(text, getFont()), _ -> width(text, getFont()));
    double size = getFont().getSize();
    double left =
        switch (alignment) {
          case RIGHT -> x - width;
          case CENTER -> x - width / 2;
          default -> x;
        };
    texts.add(new Written(text, left, baseline - 0.76 * size, left + width, baseline + 0.2 * size));
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    lines.add(new double[] {x1, y1, x2, y2});
  }

  @Override
  public void beginPath() {
    path.clear();
  }

  @Override
  public void moveTo(double toX, double toY) {
    x = toX;
    y = toY;
  }

  @Override
  public void lineTo(double toX, double toY) {
    path.add(new double[] {x, y, toX, toY});
    moveTo(toX, toY);
  }

  @Override
  public void stroke() {
    lines.addAll(path);
  }

  private static double width(String text, Font font) {
    var measured = new Text(Objects.requireNonNull(text));
    measured.setFont(font);
    return measured.getLayoutBounds().getWidth();
  }
}
