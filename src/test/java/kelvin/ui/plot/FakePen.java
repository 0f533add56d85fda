package kelvin.ui.plot;

import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Counts what is drawn and draws nothing.
public class FakePen implements Pen {

  private int drawn;
  private double farthest;
  private Font font = Font.getDefault();

  int drawn() {
    return drawn;
  }

  /// The right-most x coordinate that a shape reaches.
  double farthest() {
    return farthest;
  }

  @Override
  public void setFill(Paint paint) {}

  @Override
  public Paint getFill() {
    return Color.BLACK;
  }

  @Override
  public void setStroke(Paint paint) {}

  @Override
  public void setGlobalAlpha(double alpha) {}

  @Override
  public void setLineWidth(double width) {}

  @Override
  public void setDashes(double on, double off) {}

  @Override
  public void setSolid() {}

  @Override
  public void setFont(Font wanted) {
    font = wanted;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setTextAlign(TextAlignment alignment) {}

  @Override
  public void fillText(String text, double x, double baseline) {
    drawn++;
  }

  @Override
  public void fillRect(double x, double y, double width, double height) {
    drawn++;
    farthest = Math.max(farthest, x + width);
  }

  @Override
  public void fillRoundRect(double x, double y, double width, double height, double diameter) {
    drawn++;
    farthest = Math.max(farthest, x + width);
  }

  @Override
  public void strokeRoundRect(double x, double y, double width, double height, double diameter) {
    drawn++;
    farthest = Math.max(farthest, x + width);
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    drawn++;
  }

  @Override
  public void fillCircle(double centreX, double centreY, double radius) {
    drawn++;
  }

  @Override
  public void beginPath() {}

  @Override
  public void moveTo(double x, double y) {}

  @Override
  public void lineTo(double x, double y) {}

  @Override
  public void closePath() {}

  @Override
  public void fill() {
    drawn++;
  }

  @Override
  public void stroke() {
    drawn++;
  }
}
