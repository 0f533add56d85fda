package kelvin.ui.plot.bars;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The columns of the bars. Each can be hidden.
public enum BarColumn {
  RANK("rank", "Rank", "The place by logit, 1 for the greatest, after penalties and biases.", 0),
  TOKEN("token", "Token", "The token, white space visible.", 0),
  ID("id", "Token id", "Its number in the vocabulary.", 56),
  LOGIT("logit", "Logit", "The model's score, after penalties and biases.", 54),
  PROBABILITY(
      "model %",
      "Model (τ = 1)", "The model: softmax at τ = 1, before penalties, biases and cuts.", 62),
  SCALED(
      "at τ %",
      "Probability at τ", "softmax(logit / τ), after penalties and biases, before cuts.", 62),
  CUMULATIVE("cumul. %", "Cumulative", "The mass of this token and all above it.", 56),
  FINAL("final %", "Final probability", "What the draw uses: renormalised after every stage.", 60);

  /// The columns that are visible by default.
  public static final Set<BarColumn> DEFAULT =
      Collections.unmodifiableSet(EnumSet.of(RANK, TOKEN, LOGIT, SCALED, CUMULATIVE));

  /// All columns, from left to right; `values()` makes a new array at every call.
  static final List<BarColumn> ALL = List.of(values());

  private final String heading;
  private final String title;
  private final String lesson;
  private final double width;

  BarColumn(String heading, String title, String lesson, double width) {
    this.heading = heading;
    this.title = title;
    this.lesson = lesson;
    this.width = width;
  }

  /// The heading above the column.
  String heading() {
    return heading;
  }

  /// The name in menus.
  public String title() {
    return title;
  }

  /// Explains the numbers of the column.
  public String lesson() {
    return lesson;
  }

  /// The width of the numbers; 0 where it depends on the vocabulary or on the window.
  double width() {
    return width;
  }
}
