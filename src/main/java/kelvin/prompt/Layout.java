package kelvin.prompt;

import java.util.List;

/// The layout of an example.
///
/// @param name for people
/// @param template an example, with `{x}` for its input and, after it, `{y}` for its output
/// @param separator what stands between two examples
public record Layout(String name, String template, String separator) {

  /// The name of a layout that the user made.
  public static final String OWN = "own";

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
    int input = template.indexOf(Placeholders.INPUT);
    if (input < 0 || template.indexOf(Placeholders.OUTPUT) < input) {
      throw new IllegalArgumentException(
          "a layout needs {x} for the input and after it {y} for the output: " + template);
    }
  }

  /// The layout of that template and separator: a known one, or one of the user's own.
  ///
  /// @throws IllegalArgumentException as the constructor does
  public static Layout of(String template, String separator) {
    return ALL.stream()
        .filter(known -> known.template.equals(template) && known.separator.equals(separator))
        .findFirst()
        .orElseGet(() -> new Layout(OWN, template, separator));
  }

  /// The same with something else between two examples.
  public Layout withSeparator(String other) {
    return of(template, other);
  }

  /// An example with its answer.
  public String render(Example example) {
    // Put together from the template's parts, so that braces in an input mean nothing.
    return beforeInput() + example.input() + beforeOutput() + example.output() + afterOutput();
  }

  /// The question alone, up to where the answer should come.
  ///
  /// White space before the answer is left out: a leading space belongs to the answer's first
  /// token, and a prompt that ends in a space asks for something else.
  String renderQuestion(String input) {
    return upToAnswer(input).stripTrailing();
  }

  /// The white space between the question and its answer.
  String gap(String input) {
    var whole = upToAnswer(input);
    return whole.substring(whole.stripTrailing().length());
  }

  private String upToAnswer(String input) {
    return beforeInput() + input + beforeOutput();
  }

  private String beforeInput() {
    return template.substring(0, template.indexOf(Placeholders.INPUT));
  }

  private String beforeOutput() {
    return template.substring(
        template.indexOf(Placeholders.INPUT) + Placeholders.INPUT.length(), outputAt());
  }

  /// What stands behind an answer, before the separator.
  String afterOutput() {
    return template.substring(outputAt() + Placeholders.OUTPUT.length());
  }

  private int outputAt() {
    return template.indexOf(Placeholders.OUTPUT);
  }
}
