package kelvin.prompt;

/// A task in words, with a placeholder for the input.
///
/// @param text contains `{x}` for the input. It may contain `{labels}` for the labels with slashes
///     between them, and after `{x}` a `{y}` for the answer; the prompt then ends before `{y}`.
public record ZeroShotTemplate(ZeroShotKind kind, String text) {

  /// @throws IllegalArgumentException when `{x}` is missing or `{y}` comes before it
  public ZeroShotTemplate {
    int input = text.indexOf(Placeholders.INPUT);
    int output = text.indexOf(Placeholders.OUTPUT);
    if (input < 0) {
      throw new IllegalArgumentException(
          "a zero-shot template needs {x} where the input goes: " + text);
    }
    if (output >= 0 && output < input) {
      throw new IllegalArgumentException(
          "in a zero-shot template {y}, the answer, stands after {x}, the input: " + text);
    }
  }

  /// The text before the answer.
  String beforeAnswer() {
    int output = text.indexOf(Placeholders.OUTPUT);
    return output < 0 ? text : text.substring(0, output);
  }

  /// The text after the answer; empty if the template does not place the answer.
  String afterAnswer() {
    int output = text.indexOf(Placeholders.OUTPUT);
    return output < 0 ? "" : text.substring(output + Placeholders.OUTPUT.length());
  }

  boolean hasAnswer() {
    return text.contains(Placeholders.OUTPUT);
  }
}
