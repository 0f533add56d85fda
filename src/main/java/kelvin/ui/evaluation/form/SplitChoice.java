package kelvin.ui.evaluation.form;

import java.util.List;

/// The ways to split data into a part to learn from and a part to judge on.
public enum SplitChoice {
  GIVEN("as it is"),
  SEED("by chance"),
  COLUMN("by a column");

  /// All ways, in the order of a menu.
  public static final List<SplitChoice> ALL = List.of(values());

  private final String title;

  SplitChoice(String title) {
    this.title = title;
  }

  /// The name for display.
  public String title() {
    return title;
  }
}
