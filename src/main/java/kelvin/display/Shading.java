package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// A measure that shades tokens. For those of scores: the stronger the shade, the less the model
/// expected the token (or, for the entropy, any token). The others come from inside the model.
public enum Shading implements Choice {
  SURPRISAL("surprisal", "surprisal"),
  /// The model's own probability; a low one gives a strong shade.
  PROBABILITY("probability", "probability, %"),
  /// The rank, in the four classes of GLTR.
  RANK("rank", "rank"),
  /// The entropy before the token, on the scale of the surprisal.
  ENTROPY("entropy", "entropy"),
  /// The weights by which the position that is looked at sees each token.
  ATTENTION("attention", "attention"),
  /// The effect of a small change of the token's vector on the log-probability of the next token.
  GRADIENT("gradient", "gradient"),
  NONE("none", "no shading");

  /// The measures in the order of a menu.
  public static final List<Shading> ALL = List.of(values());

  /// Those that a prompt alone gives; a gradient is of a token after it.
  public static final List<Shading> OF_PROMPT =
      ALL.stream().filter(shading -> shading != GRADIENT).toList();

  private final String label;
  private final String title;

  Shading(String label, String title) {
    this.label = label;
    this.title = title;
  }

  /// Returns whether it needs values from inside the model.
  public boolean isInner() {
    return this == ATTENTION || this == GRADIENT;
  }

  @Override
  public String label() {
    return label;
  }

  /// The name for display: the measure and its unit.
  ///
  /// @param unit of surprisal, entropy and gradient
  public String title(InformationUnit unit) {
    return this == SURPRISAL || this == ENTROPY || this == GRADIENT
        ? title + ", " + unit.label()
        : title;
  }
}
