package kelvin.ui.plot.placement;

import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// A text with the place that was found for it.
///
/// @param at the end of the text that its alignment names, and its baseline
/// @param box the room that it takes
/// @param struck whether a line runs through it, because no place was free of lines
public record PlacedText(String text, Font font, Spot at, Box box, boolean struck) {

  /// A place for a text.
  ///
  /// @param x the end of the text that `alignment` names
  public record Spot(double x, double baseline, TextAlignment alignment) {

    public static Spot leftAt(double x, double baseline) {
      return new Spot(x, baseline, TextAlignment.LEFT);
    }

    public static Spot rightAt(double x, double baseline) {
      return new Spot(x, baseline, TextAlignment.RIGHT);
    }

    public static Spot centredAt(double x, double baseline) {
      return new Spot(x, baseline, TextAlignment.CENTER);
    }
  }
}
