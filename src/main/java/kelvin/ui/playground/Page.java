package kelvin.ui.playground;

import java.util.List;
import java.util.Locale;
import kelvin.text.Choice;

/// The pages of the window, below its top bar.
public enum Page implements Choice {
  PLAYGROUND("Playground", "One prompt, its next token, and how it is sampled."),
  PATHS("Paths", "Every continuation as a tree: taking another token loses none."),
  COMPARE("Compare", "Two prompts side by side."),
  LAB(
      "Lab",
      "What examples do to an answer, what a prompt is worth on data, and the tokens’ vectors.");

  /// All pages, from left to right.
  public static final List<Page> ALL = List.of(values());

  private final String title;
  private final String lesson;

  Page(String title, String lesson) {
    this.title = title;
    this.lesson = lesson;
  }

  @Override
  public String label() {
    return title.toLowerCase(Locale.ROOT);
  }

  /// The name for people.
  public String title() {
    return title;
  }

  public String lesson() {
    return lesson;
  }

  /// For example `Alt+1`. Ctrl is not added, because text fields would read Ctrl+Alt as AltGr.
  public String shortcut() {
    return "Alt+" + (ALL.indexOf(this) + 1);
  }
}
