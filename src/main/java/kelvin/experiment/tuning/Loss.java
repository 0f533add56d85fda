package kelvin.experiment.tuning;

import java.util.List;
import kelvin.text.Choice;

/// The number that a fine-tuning minimises.
public enum Loss implements Choice {
  /// −ln of the share that a head on the features gives the right label. With weights, the head w
  /// and θ are trained together, as in the lecture notes.
  HEAD("head"),
  /// −ln p of the right answer's tokens after the prompt, (14.8) of the lecture notes.
  LM("lm");

  public static final List<Loss> ALL = List.of(values());

  private final String label;

  Loss(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
