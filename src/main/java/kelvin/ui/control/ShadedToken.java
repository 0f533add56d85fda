package kelvin.ui.control;

import kelvin.text.Span;

/// A token of a text with how strongly to shade it.
///
/// @param span its characters
/// @param shade 0..1, or NaN for a token that has no score
/// @param label what the tooltip says
public record ShadedToken(Span span, double shade, String label) {

  /// The surprisal, in nats, that has the full shade.
  public static final double FULL_SHADE_NATS = 8;

  /// The shade of a surprisal in nats.
  public static double shadeOf(double surprisal) {
    return Math.min(1, surprisal / FULL_SHADE_NATS);
  }
}
