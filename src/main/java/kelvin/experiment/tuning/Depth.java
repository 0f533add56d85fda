package kelvin.experiment.tuning;

import java.util.List;
import kelvin.text.Choice;

/// What of a model is trained.
public enum Depth implements Choice {
  /// A head on the features; the model stays as it is.
  HEAD("head");

  public static final List<Depth> ALL_DEPTHS = List.of(values());

  private final String label;

  Depth(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
