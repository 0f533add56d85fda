package kelvin.ui.figure;

import java.util.List;
import javafx.scene.layout.FlowPane;
import kelvin.display.Shading;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContextToken;
import kelvin.ui.text.HeatChip;
import kelvin.ui.text.Shades;
import kelvin.ui.text.TokenNumbers;
import kelvin.ui.text.TokenShades;

/// The tokens of a text in rows that wrap, each on a background of its shade.
public final class TokenStrip extends FlowPane {

  TokenStrip(List<ContextToken> tokens, Shading shading) {
    getStyleClass().add("token-strip");
    for (var token : tokens) {
      var chip = chip(token);
      token
          .score()
          .ifPresentOrElse(
              score -> chip.shadeProperty().set(shade(score, shading)),
              () -> chip.getStyleClass().add("unscored"));
      getChildren().add(chip);
    }
  }

  /// Shades them by another measure, such as one from inside the model.
  public TokenStrip(List<ContextToken> tokens, TokenShades shades) {
    getStyleClass().add("token-strip");
    for (var token : tokens) {
      var chip = chip(token);
      double strength = shades.at(token.position()).strength();
      chip.shadeProperty().set(strength);
      if (Double.isNaN(strength)) {
        chip.getStyleClass().add("unscored");
      }
      if (shades.at(token.position()).marked()) {
        chip.getStyleClass().add("marked");
      }
      getChildren().add(chip);
    }
  }

  private static HeatChip chip(ContextToken token) {
    var chip = new HeatChip();
    chip.setText(token.visibleText());
    chip.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return chip;
  }

  private static double shade(TokenScore score, Shading shading) {
    return Shades.of(shading, new TokenNumbers(score.surprisal(), score.rank(), score.entropy()));
  }
}
