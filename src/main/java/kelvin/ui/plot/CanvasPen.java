package kelvin.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws on a canvas, whose graphics context holds all state.
final class CanvasPen implements Pen {

  private static final double[] NO_DASHES = {};

  private final GraphicsContext graphics;

  CanvasPen(GraphicsContext graphics) {
    this.graphics = graphics;
  }

  @Override
  public void setFill(Paint paint) {
    graphics.setFill(paint);
  }

  @Override
  public Paint getFill() {
    return graphics.getFill();
  }

  @Override
  public void setStroke(Paint paint) {
    graphics.setStroke(paint);
  }

  @Override
  public void setGlobalAlpha(double alpha) {
    graphics.setGlobalAlpha(alpha);
  }

  @Override
  public void setLineWidth(double width) {
    graphics.setLineWidth(width);
  }

  @Override
  public void setDashes(double on, double off) {
    graphics.setLineDashes(on, off);
  }

  @Override
  public void setSolid() {
    graphics.setLineDashes(NO_DASHES);
  }

  @Override
  public void setFont(Font font) {
    graphics.setFont(font);
  }

  @Override
  public Font getFont() {
    return graphics.getFont();
  }

  @Override
  public void setTextAlign(TextAlignment alignment) {
    graphics.setTextAlign(alignment);
  }

  @Override
  public void fillText(String text, double x, double baseline) {
    graphics.fillText(text, x, baseline);
  }

  @Override
  public void fillRect(double x, double y, double width, double height) {
    graphics.fillRect(x, y, width, height);
  }

  @Override
  public void fillRoundRect(double x, double y, double width, double height, double diameter) {
    graphics.fillRoundRect(x, y, width, height, diameter, diameter);
  }

  @Override
  public void strokeRoundRect(double x, double y, double width, double height, double diameter) {
    graphics.strokeRoundRect(x, y, width, height, diameter, diameter);
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    graphics.strokeLine(x1, y1, x2, y2);
  }

  @Override
  public void fillCircle(double centreX, double centreY, double radius) {
    graphics.fillOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void beginPath() {
    graphics.beginPath();
  }

  @Override
  public void moveTo(double x, double y) {
    graphics.moveTo(x, y);
  }

  @Override
  public void lineTo(double x, double y) {
    graphics.lineTo(x, y);
  }

  @Override
  public void closePath() {
    graphics.closePath();
  }

  @Override
  public void fill() {
    graphics.fill();
  }

  @Override
  public void stroke() {
    graphics.stroke();
  }
}
