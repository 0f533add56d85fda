package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// The two distributions of the next token whose difference is shown.
public enum DifferenceOf implements Choice {
  /// Those that the draw uses, after all stages.
  DRAWN("drawn"),
  /// Those at the temperature, before any cut.
  SCALED("scaled");

  /// All of them, from left to right.
  public static final List<DifferenceOf> ALL = List.of(values());

  private final String label;

  DifferenceOf(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
