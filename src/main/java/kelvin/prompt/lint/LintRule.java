package kelvin.prompt.lint;

/// The common mistakes in a prompt.
public enum LintRule {
  TRAILING_SPACE("trailing-space"),
  LABEL_BOUNDARY("label-boundary"),
  LABEL_PREFIX("label-prefix"),
  SEPARATOR_INSIDE("separator-inside"),
  INCONSISTENT_SPACES("inconsistent-spaces"),
  DOUBLE_START_TOKEN("double-start-token"),
  EXAMPLE_IS_QUESTION("example-is-question"),
  LABEL_LENGTHS("label-lengths"),
  CONTEXT_NEARLY_FULL("context-nearly-full"),
  ONE_LABEL_ONLY("one-label-only"),
  EMPTY_EXAMPLE("empty-example");

  private final String label;

  LintRule(String label) {
    this.label = label;
  }

  /// True if the rule is advice about the text that a model expects. The model itself can then show
  /// that the advice is wrong for a prompt, by a lower probability of the right answer. A space
  /// that moves from the prompt to the labels is no such case: the label then holds more text.
  public boolean isAboutExpectedText() {
    return this == LABEL_BOUNDARY || this == INCONSISTENT_SPACES;
  }

  /// The name in files.
  public String label() {
    return label;
  }
}
