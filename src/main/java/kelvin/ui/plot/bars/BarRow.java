package kelvin.ui.plot.bars;

import java.util.Map;
import kelvin.ui.plot.TokenLabel;

/// One row of the bars. It is computed once for each change, so that painting only draws.
///
/// @param kept whether the token can be drawn
/// @param special whether the token is a control token and not text
/// @param numbers the texts of the columns
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

  /// Lengths as shares of a full bar; some may exceed 1.
  ///
  /// @param filled the probability at the temperature
  /// @param own the model's own probability
  /// @param last the final probability; NaN where it adds nothing or the token was removed
  /// @param ghost the probability in the pinned distribution; NaN without one
  record Bars(double filled, double own, double last, double ghost) {}

  String number(BarColumn column) {
    var text = numbers.get(column);
    return text == null ? "" : text;
  }
}
