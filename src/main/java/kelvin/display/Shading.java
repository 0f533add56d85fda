package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// The measures that shade tokens. The stronger the shade, the less the model expected the token
/// (or, for the entropy, anything).
public enum Shading implements Choice {
  SURPRISAL("surprisal", "surprisal, bits"),
  /// The model's own probability: the less, the stronger.
  PROBABILITY("probability", "probability, %"),
  /// The rank in GLTR's four classes.
  RANK("rank", "rank"),
  /// How uncertain the model was before the token, on the scale of the surprisal.
  ENTROPY("entropy", "entropy, bits"),
  NONE("none", "no shading");

  /// All, in the order of a menu.
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

  /// The name for people: the measure and its unit.
  public String title() {
    return title;
  }
}
