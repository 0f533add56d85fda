package kelvin.ui.plot;

import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import kelvin.ui.plot.placement.PlacedText;

/// The drawing operations that the painters need. One painter draws both the picture on the screen
/// and the shapes of a vector file.
///
/// Coordinates are logical pixels, with y pointing down; text is placed by its baseline. No
/// operation measures or clips, so every pen gives the same picture.
public interface Pen {

  /// Sets the paint of `fill…` and of text.
  void setFill(Paint paint);

  Paint getFill();

  /// Sets the paint of `stroke…`.
  void setStroke(Paint paint);

  /// Sets the opacity of everything drawn from now on, 0..1.
  void setGlobalAlpha(double alpha);

  void setLineWidth(double width);

  /// Draws lines from now on as dashes of length `on` with gaps of length `off`.
  void setDashes(double on, double off);

  /// Draws lines from now on without gaps.
  void setSolid();

  void setFont(Font font);

  Font getFont();

  /// Sets which end of a text its `x` refers to.
  void setTextAlign(TextAlignment alignment);

  void fillText(String text, double x, double baseline);

  /// Writes a text where a place was found for it.
  default void write(PlacedText text) {
    setFont(text.font());
    setTextAlign(text.at().alignment());
    fillText(text.text(), text.at().x(), text.at().baseline());
    setTextAlign(TextAlignment.LEFT);
  }

  void fillRect(double x, double y, double width, double height);

  /// @param diameter of the circles that round the corners
  void fillRoundRect(double x, double y, double width, double height, double diameter);

  /// @param diameter of the circles that round the corners
  void strokeRoundRect(double x, double y, double width, double height, double diameter);

  void strokeLine(double x1, double y1, double x2, double y2);

  void fillCircle(double centreX, double centreY, double radius);

  /// Starts a new path and forgets the old one.
  void beginPath();

  void moveTo(double x, double y);

  void lineTo(double x, double y);

  void closePath();

  void fill();

  void stroke();
}
