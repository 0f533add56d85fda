package kelvin.engine.label;

import java.nio.charset.StandardCharsets;

/// The length of a label in the three units that scores are divided by.
///
/// Characters are code points and, like bytes, do not count the white space before the label, as
/// in lm-evaluation-harness; UTF-16 units would count an emoji twice.
///
/// @param bytes of UTF-8
public record LabelLength(int tokens, int characters, int bytes) {

  /// @param text as it stands behind the prompt
  public static LabelLength of(String text, int tokens) {
    // A label of white space alone has nothing else to count.
    var word = text.isBlank() ? text : text.stripLeading();
    return new LabelLength(
        tokens,
        word.codePointCount(0, word.length()),
        word.getBytes(StandardCharsets.UTF_8).length);
  }
}
