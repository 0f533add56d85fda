package kelvin.ui.figure;

import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import kelvin.ui.plot.Pen;

/// Draws the shapes of an SVG file.
final class SvgPen implements Pen {

  private final SvgWriter svg;
  private final double originX;
  private final double originY;
  private final StringBuilder path = new StringBuilder();
  private Paint fill = Color.BLACK;
  private Paint stroke = Color.BLACK;
  private double alpha = 1;
  private double lineWidth = 1;
  private String dashes = "";
  private Font font = Font.getDefault();
  private TextAlignment alignment = TextAlignment.LEFT;

  /// @param originX the position in the file where the pen's coordinates start
  SvgPen(SvgWriter svg, double originX, double originY) {
    this.svg = svg;
    this.originX = originX;
    this.originY = originY;
  }

  @Override
  public void setFill(Paint paint) {
    fill = paint;
  }

  @Override
  public Paint getFill() {
    return fill;
  }

  @Override
  public void setStroke(Paint paint) {
    stroke = paint;
  }

  @Override
  public void setGlobalAlpha(double newAlpha) {
    alpha = newAlpha;
  }

  @Override
  public void setLineWidth(double width) {
    lineWidth = width;
  }

  @Override
  public void setDashes(double on, double off) {
    dashes = SvgWriter.number(on) + " " + SvgWriter.number(off);
  }

  @Override
  public void setSolid() {
    dashes = "";
  }

  @Override
  public void setFont(Font newFont) {
    font = newFont;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setTextAlign(TextAlignment newAlignment) {
    alignment = newAlignment;
  }

  @Override
  public void fillText(String text, double x, double baseline) {
    svg.start("text").at("x", originX + x).at("y", originY + baseline).font(font);
    switch (alignment) {
      case RIGHT -> svg.at("text-anchor", "end");
      case CENTER -> svg.at("text-anchor", "middle");
      default -> {
        // left-aligned, which is the default in SVG
      }
    }
    svg.paint("fill", fill, alpha).text(text).end();
  }

  @Override
  public void fillRect(double x, double y, double width, double height) {
    rectangle(x, y, width, height, 0).paint("fill", fill, alpha).end();
  }

  @Override
  public void fillRoundRect(double x, double y, double width, double height, double diameter) {
    rectangle(x, y, width, height, diameter).paint("fill", fill, alpha).end();
  }

  @Override
  public void strokeRoundRect(double x, double y, double width, double height, double diameter) {
    outline(rectangle(x, y, width, height, diameter).at("fill", "none"));
  }

  private SvgWriter rectangle(double x, double y, double width, double height, double diameter) {
    svg.start("rect").at("x", originX + x).at("y", originY + y);
    svg.at("width", width).at("height", height);
    return diameter > 0 ? svg.at("rx", diameter / 2) : svg;
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    svg.start("line").at("x1", originX + x1).at("y1", originY + y1);
    outline(svg.at("x2", originX + x2).at("y2", originY + y2));
  }

  @Override
  public void fillCircle(double centreX, double centreY, double radius) {
    svg.start("circle").at("cx", originX + centreX).at("cy", originY + centreY).at("r", radius);
    svg.paint("fill", fill, alpha).end();
  }

  @Override
  public void beginPath() {
    path.setLength(0);
  }

  @Override
  public void moveTo(double x, double y) {
    point('M', x, y);
  }

  @Override
  public void lineTo(double x, double y) {
    point('L', x, y);
  }

  private void point(char command, double x, double y) {
    path.append(command).append(SvgWriter.number(originX + x));
    path.append(' ').append(SvgWriter.number(originY + y));
  }

  @Override
  public void closePath() {
    path.append('Z');
  }

  @Override
  public void fill() {
    svg.start("path").at("d", path.toString()).paint("fill", fill, alpha).end();
  }

  @Override
  public void stroke() {
    outline(svg.start("path").at("d", path.toString()).at("fill", "none"));
  }

  private void outline(SvgWriter shape) {
    shape.paint("stroke", stroke, alpha).at("stroke-width", lineWidth);
    if (!dashes.isEmpty()) {
      shape.at("stroke-dasharray", dashes);
    }
    shape.end();
  }
}
