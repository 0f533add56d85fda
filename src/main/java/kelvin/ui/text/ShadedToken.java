package kelvin.ui.text;

import java.util.function.Supplier;
import kelvin.text.Span;

/// A token of a text with the strength of its shade.
///
/// @param span the characters of the token
/// @param shade 0..1, below 0 on the other side of a scale with a sign; NaN for none
/// @param label the text of the tooltip; made only when it is shown, because a long text has
///     thousands of tokens
/// @param generated whether the token was drawn or chosen after the prompt
/// @param marked whether the token stands out, because two measures disagree about it
public record ShadedToken(
    Span span, double shade, Supplier<String> label, boolean generated, boolean marked) {

  public ShadedToken(Span span, double shade, Supplier<String> label, boolean generated) {
    this(span, shade, label, generated, false);
  }
}
