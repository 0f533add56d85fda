package kelvin.text.template;

/// The bounds of one rendering.
///
/// @param work about as many as expressions are computed, times four, and elements touched
/// @param depth expressions, blocks and calls inside each other
/// @param characters of the text, in UTF-16 units
public record RenderLimits(long work, int depth, int characters) {

  /// A few seconds of work, and far more than any conversation takes.
  public static final RenderLimits USUAL = new RenderLimits(100_000_000, 300, 16_000_000);
}
