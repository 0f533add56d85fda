package kelvin.engine.label;

import java.nio.charset.StandardCharsets;

/// The length of a label in the three units that normalisations divide by.
///
/// Characters are code points; UTF-16 units would count an emoji twice. Characters and bytes
/// exclude the white space before the label, as in lm-evaluation-harness.
///
/// @param bytes the number of UTF-8 bytes
public record LabelLength(int tokens, int characters, int bytes) {

  /// @param text the label exactly as it follows the prompt
  public static LabelLength of(String text, int tokens) {
    // A label that is only white space is counted as it is.
    var word = text.isBlank() ? text : text.stripLeading();
    return new LabelLength(
        tokens,
        word.codePointCount(0, word.length()),
        word.getBytes(StandardCharsets.UTF_8).length);
  }
}
