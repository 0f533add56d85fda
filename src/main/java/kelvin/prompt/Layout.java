package kelvin.prompt;

import java.util.List;

/// How an example is written down.
///
/// @param name for people
/// @param template an example, with `{x}` for its input and, after it, `{y}` for its output
/// @param separator what stands between two examples
public record Layout(String name, String template, String separator) {

  private static final String INPUT = "{x}";
  private static final String OUTPUT = "{y}";

  /// Questions and answers, one below the other.
  public static final Layout QUESTIONS = new Layout("Q / A", "Q: {x}\nA: {y}", "\n");

  /// The layouts to choose from.
  public static final List<Layout> ALL =
      List.of(
          QUESTIONS,
          new Layout("Input / Output", "Input: {x}\nOutput: {y}", "\n"),
          new Layout("arrows", "{x} -> {y}", "\n"),
          new Layout("colons", "{x}: {y}", "\n"));

  /// @throws IllegalArgumentException when `{x}` or `{y}` is missing, or `{y}` comes first
  public Layout {
    int input = template.indexOf(INPUT);
    if (input < 0 || template.indexOf(OUTPUT) < input) {
      throw new IllegalArgumentException(
          "a layout needs {x} for the input and after it {y} for the output: " + template);
    }
  }

  /// An example with its answer.
  String render(Example example) {
    // Put together from the template's parts, so that braces in an input mean nothing.
    return beforeInput() + example.input() + beforeOutput() + example.output() + afterOutput();
  }

  /// The question alone, up to where the answer should come.
  ///
  /// White space before the answer is left out: a leading space belongs to the answer's first
  /// token, and a prompt that ends in a space asks for something else.
  String renderQuestion(String input) {
    return (beforeInput() + input + beforeOutput()).stripTrailing();
  }

  private String beforeInput() {
    return template.substring(0, template.indexOf(INPUT));
  }

  private String beforeOutput() {
    return template.substring(template.indexOf(INPUT) + INPUT.length(), template.indexOf(OUTPUT));
  }

  private String afterOutput() {
    return template.substring(template.indexOf(OUTPUT) + OUTPUT.length());
  }
}
