package kelvin.prompt;

/// A task in words, with a place for the input.
///
/// @param text has `{x}` for the input; may have `{labels}` for the labels, with slashes between
///     them, and after `{x}` a `{y}` for the answer: the prompt then ends before it
public record ZeroShotTemplate(ZeroShotKind kind, String text) {

  /// @throws IllegalArgumentException when there is no `{x}`, or `{y}` stands before it
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

  /// What stands before the answer.
  String beforeAnswer() {
    int output = text.indexOf(Placeholders.OUTPUT);
    return output < 0 ? text : text.substring(0, output);
  }

  /// What stands behind the answer; empty where the template does not say where the answer goes.
  String afterAnswer() {
    int output = text.indexOf(Placeholders.OUTPUT);
    return output < 0 ? "" : text.substring(output + Placeholders.OUTPUT.length());
  }

  boolean hasAnswer() {
    return text.contains(Placeholders.OUTPUT);
  }
}
