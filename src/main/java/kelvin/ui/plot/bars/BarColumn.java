package kelvin.ui.plot.bars;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The columns of the bars; each can be switched off.
public enum BarColumn {
  RANK("rank", "Rank", "The place by logit, 1 for the greatest.", 0),
  TOKEN("token", "Token", "The token, white space visible.", 0),
  ID("id", "Token id", "Its number in the vocabulary.", 56),
  LOGIT("logit", "Logit", "The model's score, after penalties and biases.", 54),
  PROBABILITY("p %", "Probability", "The model's own: softmax at τ = 1, nothing removed.", 62),
  SCALED("at τ %", "Probability at τ", "softmax(logit / τ), nothing removed.", 62),
  CUMULATIVE("Σ %", "Cumulative", "The mass of this token and all above it.", 50),
  FINAL("final %", "Final probability", "What the draw uses: renormalised after every stage.", 60);

  /// What is shown until the user chooses.
  public static final Set<BarColumn> DEFAULT =
      Collections.unmodifiableSet(EnumSet.of(RANK, TOKEN, LOGIT, SCALED, CUMULATIVE));

  /// All of them, from left to right; `values()` makes a new array at every call.
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

  /// What stands above the column.
  String heading() {
    return heading;
  }

  /// What a menu calls it.
  public String title() {
    return title;
  }

  /// What its numbers are.
  public String lesson() {
    return lesson;
  }

  /// Room for its numbers; 0 where that depends on the vocabulary or on the window.
  double width() {
    return width;
  }
}
