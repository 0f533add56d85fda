package kelvin.ui.figure;

/// The forms in which an answer can be copied as text.
public enum CopyForm {
  /// The most probable tokens, for notes and issues.
  MARKDOWN("Markdown table"),
  /// The most probable tokens, for a paper.
  LATEX("LaTeX table"),
  /// Every token with its unrounded numbers.
  CSV("CSV"),
  /// The same for programs.
  JSON("JSON"),
  /// The command line that gives the same answer.
  COMMAND("kelvin command"),
  /// The program that walks along the drawn tokens.
  PYTHON("Python (Transformers)");

  private final String title;

  CopyForm(String title) {
    this.title = title;
  }

  /// The name for people.
  public String title() {
    return title;
  }
}
