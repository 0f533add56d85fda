package kelvin.prompt;

import java.util.List;

/// The usual forms of a task in words without examples, each with a template to start from.
public enum ZeroShotKind {
  QUESTION("question", "{x} Answer:"),
  CLOZE("cloze", "{x}"),
  CLASSIFICATION("classification", "{x} [{labels}]:"),
  TRANSLATION("translation", "Translate to French: {x} →"),
  SUMMARISATION("summarisation", "Summarize this text: {x} →"),
  REASONING("reasoning", "Q: {x}\nA: Let's think step by step."),
  OWN("own", "{x}");

  /// The kinds in the order of a menu.
  public static final List<ZeroShotKind> ALL = List.of(values());

  private final String label;
  private final String firstTemplate;

  ZeroShotKind(String label, String firstTemplate) {
    this.label = label;
    this.firstTemplate = firstTemplate;
  }

  /// The name in files.
  public String label() {
    return label;
  }

  /// The name for display.
  public String title() {
    return this == OWN ? "custom" : label;
  }

  /// The template to start from.
  public ZeroShotTemplate template() {
    return new ZeroShotTemplate(this, firstTemplate);
  }
}
