package kelvin.ui.sampling;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Gives the chain back the settings that leave the model's distribution as it is.
final class ResetButton extends Button {

  ResetButton(SamplingViewModel sampling) {
    super("Reset");
    getStyleClass().add("quiet-button");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip("τ = 1 and nothing removed: the model’s distribution."));
    setOnAction(_ -> sampling.reset());
  }
}
