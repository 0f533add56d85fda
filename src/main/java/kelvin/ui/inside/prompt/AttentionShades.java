package kelvin.ui.inside.prompt;

import kelvin.engine.Prediction;
import kelvin.engine.inside.Attention;
import kelvin.engine.inside.AttentionChoice;
import kelvin.ui.text.TokenShades;

/// Shades tokens by attention, for figures without a window.
public final class AttentionShades {

  private AttentionShades() {}

  /// @param of the answer whose position attends to the tokens
  /// @param choice of one row; of several, the first is shown
  /// @throws kelvin.inference.InferenceException if there is no such layer or head
  public static TokenShades of(Prediction of, Attention attention, AttentionChoice choice) {
    return new AttentionReading(of, attention).shades(choice.of(attention).getFirst());
  }
}
