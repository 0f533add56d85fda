package kelvin.ui.text;

import java.util.List;

/// What a measure from inside the model says of the tokens of a context.
///
/// @param tokens by position, from the first token of the context on; those behind have no shade
/// @param ticks the labels of the scale, at equal distances
/// @param caption names the measure, for figures
public record TokenShades(List<Shade> tokens, List<String> ticks, String caption) {

  public static final TokenShades NONE = new TokenShades(List.of(), List.of(), "");

  private static final Shade NO_SHADE = new Shade(Double.NaN, "");

  public TokenShades {
    tokens = List.copyOf(tokens);
    ticks = List.copyOf(ticks);
  }

  /// What the measure says of one token.
  ///
  /// @param strength 0..1; NaN for no shade
  /// @param words the number in words; empty for none
  public record Shade(double strength, String words) {}

  /// The shade of the token at a position, 0-based.
  public Shade at(int position) {
    return position < tokens.size() ? tokens.get(position) : NO_SHADE;
  }
}
