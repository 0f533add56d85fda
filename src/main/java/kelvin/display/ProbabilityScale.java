package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// The measure and the scale of an axis of probabilities.
public enum ProbabilityScale implements Choice {
  /// The probability, from 0 to 1.
  LINEAR("linear", "linear"),
  /// The probability on a log scale: equal steps are equal factors.
  LOGARITHMIC("logarithmic", "log"),
  /// The share of each among all that are compared, such as the labels.
  SHARE("share", "share");

  /// The scale of a temperature film until the user chooses another.
  public static final ProbabilityScale USUAL_FILM = LINEAR;

  /// The scale of a plot of a sweep until the user chooses another.
  public static final ProbabilityScale USUAL_SWEEP = SHARE;

  /// The scales in the order of a menu.
  public static final List<ProbabilityScale> ALL = List.of(values());

  private final String label;
  private final String option;

  ProbabilityScale(String label, String option) {
    this.label = label;
    this.option = option;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String option() {
    return option;
  }
}
