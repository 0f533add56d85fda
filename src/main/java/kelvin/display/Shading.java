package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// A measure that shades tokens. The stronger the shade, the less the model expected the token (or,
/// for the entropy, any token).
public enum Shading implements Choice {
  SURPRISAL("surprisal", "surprisal"),
  /// The model's own probability; a low one gives a strong shade.
  PROBABILITY("probability", "probability, %"),
  /// The rank, in the four classes of GLTR.
  RANK("rank", "rank"),
  /// The entropy before the token, on the scale of the surprisal.
  ENTROPY("entropy", "entropy"),
  NONE("none", "no shading");

  /// The measures in the order of a menu.
  public static final List<Shading> ALL = List.of(values());

  private final String label;
  private final String title;

  Shading(String label, String title) {
    this.label = label;
    this.title = title;
  }

  @Override
  public String label() {
    return label;
  }

  /// The name for display: the measure and its unit.
  ///
  /// @param unit of surprisal and entropy
  public String title(InformationUnit unit) {
    return this == SURPRISAL || this == ENTROPY ? title + ", " + unit.label() : title;
  }
}
