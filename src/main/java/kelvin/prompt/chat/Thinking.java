package kelvin.prompt.chat;

import java.util.List;
import kelvin.text.Choice;

/// The choices for a template that can ask the model to think before it answers.
public enum Thinking implements Choice {
  /// The template is told nothing, and does what it does then.
  USUAL("usual", "As usual"),
  ON("on", "On"),
  OFF("off", "Off");

  /// The choices in the order of a menu.
  public static final List<Thinking> ALL = List.of(values());

  private final String label;
  private final String title;

  Thinking(String label, String title) {
    this.label = label;
    this.title = title;
  }

  /// The word in files.
  @Override
  public String label() {
    return label;
  }

  /// The name for display.
  public String title() {
    return title;
  }
}
