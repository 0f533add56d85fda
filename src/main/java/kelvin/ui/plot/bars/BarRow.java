package kelvin.ui.plot.bars;

import java.util.Map;
import kelvin.ui.plot.TokenLabel;

/// One row of the bars, worked out once for each change so that painting it only draws.
///
/// @param kept whether the draw can take it
/// @param special whether the token is a control token, not text
/// @param numbers what stands in the columns
/// @param note the word in the last column: the mark, or the stage that removed the token
/// @param marked whether the note is the mark
/// @param bars the lengths
record BarRow(
    int rank,
    int tokenId,
    boolean kept,
    boolean special,
    TokenLabel token,
    Map<BarColumn, String> numbers,
    String note,
    boolean marked,
    Bars bars) {

  /// Shares of a full bar; some may be more than 1.
  ///
  /// @param filled the probability at the temperature
  /// @param own the model's own
  /// @param last the final probability; NaN where it says nothing new or the token was removed
  /// @param ghost the pinned distribution's; NaN without one
  record Bars(double filled, double own, double last, double ghost) {}

  String number(BarColumn column) {
    var text = numbers.get(column);
    return text == null ? "" : text;
  }
}
