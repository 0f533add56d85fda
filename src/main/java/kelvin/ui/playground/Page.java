package kelvin.ui.playground;

import java.util.List;

/// The pages of the window, below its top bar.
public enum Page {
  PLAYGROUND("Playground", "One prompt, its next token, and how it is sampled."),
  COMPARE("Compare", "Two prompts side by side."),
  LAB("Lab", "What examples do: more of them, their order, their layout, each left out.");

  /// All pages, from left to right.
  public static final List<Page> ALL = List.of(values());

  private final String label;
  private final String lesson;

  Page(String label, String lesson) {
    this.label = label;
    this.lesson = lesson;
  }

  /// The name that the user sees.
  public String label() {
    return label;
  }

  public String lesson() {
    return lesson;
  }

  /// For example `Alt+1`. Ctrl is not added, because text fields would read Ctrl+Alt as AltGr.
  public String shortcut() {
    return "Alt+" + (ALL.indexOf(this) + 1);
  }
}
