package kelvin.ui.text;

import java.util.List;

/// The shades of a context's tokens by a measure from inside the model.
///
/// @param tokens by position, from the first token of the context on; those behind have no shade
/// @param ticks the labels of the scale, at equal distances
/// @param caption names the measure, for figures
/// @param column names the measure in tables of numbers
/// @param signed whether the scale also goes below 0
public record TokenShades(
    List<Shade> tokens, List<String> ticks, String caption, String column, boolean signed) {

  public static final TokenShades NONE = new TokenShades(List.of(), List.of(), "", "", false);

  private static final Shade NO_SHADE = new Shade(Double.NaN, Double.NaN, "", false);

  public TokenShades {
    tokens = List.copyOf(tokens);
    ticks = List.copyOf(ticks);
  }

  /// The shade of one token.
  ///
  /// @param number the measure itself; NaN for none
  /// @param strength 0..1, or −1..1 on a scale with a sign; NaN for no shade
  /// @param words the number in words; empty for none
  /// @param marked whether the token stands out, because two measures disagree about it
  public record Shade(double number, double strength, String words, boolean marked) {

    public Shade(double number, double strength, String words) {
      this(number, strength, words, false);
    }
  }

  /// The shade of the token at a position, 0-based.
  public Shade at(int position) {
    return position < tokens.size() ? tokens.get(position) : NO_SHADE;
  }
}
