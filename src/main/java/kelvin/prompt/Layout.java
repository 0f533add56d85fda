package kelvin.prompt;

import java.util.List;

/// The template of an example and the separator between examples.
///
/// @param name the name in files, such as `colons` or `own`
/// @param template an example, with `{x}` for its input and, after it, `{y}` for its output
/// @param separator the text between two examples
public record Layout(String name, String template, String separator) {

  /// The name of a layout that the user made.
  public static final String OWN = "own";

  /// Questions and answers, each on a line of its own.
  public static final Layout QUESTIONS = new Layout("Q / A", "Q: {x}\nA: {y}", "\n");

  /// The layouts that come with Kelvin, in the order of a menu.
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

  /// The layout with this template and separator: one that comes with Kelvin, otherwise the user's
  /// own.
  ///
  /// @throws IllegalArgumentException as the constructor does
  public static Layout of(String template, String separator) {
    return ALL.stream()
        .filter(known -> known.template.equals(template) && known.separator.equals(separator))
        .findFirst()
        .orElseGet(() -> new Layout(OWN, template, separator));
  }

  /// The name for display.
  public String title() {
    return name.equals(OWN) ? "custom" : name;
  }

  /// Replaces the separator.
  public Layout withSeparator(String other) {
    return of(template, other);
  }

  /// Writes an example with its answer.
  public String render(Example example) {
    // The text is assembled from the template's parts, so that braces in an input have no effect.
    return beforeInput() + example.input() + beforeOutput() + example.output() + afterOutput();
  }

  /// Writes the question alone, up to the place of the answer.
  ///
  /// White space before the answer is omitted: a leading space belongs to the answer's first token,
  /// and a model answers differently after a prompt that ends in a space.
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

  /// The text between an answer and the separator.
  String afterOutput() {
    return template.substring(outputAt() + Placeholders.OUTPUT.length());
  }

  private int outputAt() {
    return template.indexOf(Placeholders.OUTPUT);
  }
}
