package kelvin.ui.plot;

import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// What a plot is drawn with: the few operations that the painters need, so that one painter makes
/// the picture on the screen and the shapes of a vector file.
///
/// Coordinates are logical pixels, y downwards; text stands on its baseline. Nothing here measures
/// or clips, so that every pen gives the same picture.
public interface Pen {

  /// The paint of `fill…` and of text.
  void setFill(Paint paint);

  Paint getFill();

  /// The paint of `stroke…`.
  void setStroke(Paint paint);

  /// The opacity of all that follows, 0..1.
  void setGlobalAlpha(double alpha);

  void setLineWidth(double width);

  /// Lines from now on are dashes of one length with gaps of another.
  void setDashes(double on, double off);

  /// Lines from now on have no gaps.
  void setSolid();

  void setFont(Font font);

  Font getFont();

  /// Which end of a text its `x` is.
  void setTextAlign(TextAlignment alignment);

  void fillText(String text, double x, double baseline);

  void fillRect(double x, double y, double width, double height);

  /// @param diameter of the circle that rounds the corners
  void fillRoundRect(double x, double y, double width, double height, double diameter);

  /// @param diameter of the circle that rounds the corners
  void strokeRoundRect(double x, double y, double width, double height, double diameter);

  void strokeLine(double x1, double y1, double x2, double y2);

  void fillCircle(double centreX, double centreY, double radius);

  /// Forgets the path so far.
  void beginPath();

  void moveTo(double x, double y);

  void lineTo(double x, double y);

  void closePath();

  void fill();

  void stroke();
}
