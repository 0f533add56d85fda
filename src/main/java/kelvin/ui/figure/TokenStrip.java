package kelvin.ui.figure;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContextToken;
import kelvin.ui.control.Shading;
import kelvin.ui.control.Shading.TokenNumbers;

/// The tokens of a text in a row that wraps, each on its shade.
final class TokenStrip extends FlowPane {

  private static final int SHADES = 8;

  TokenStrip(List<ContextToken> tokens, Shading shading) {
    getStyleClass().add("token-strip");
    for (var token : tokens) {
      var chip = new Label(token.visibleText());
      chip.getStyleClass().add("chip");
      chip.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
      // The shades are the stylesheet's: a chip only says which of them.
      token
          .score()
          .ifPresentOrElse(
              score -> chip.setStyle("-fx-background-color: -k-surprisal-" + shade(score, shading)),
              () -> chip.getStyleClass().add("unscored"));
      getChildren().add(chip);
    }
  }

  private static long shade(TokenScore score, Shading shading) {
    var numbers = new TokenNumbers(score.surprisal(), score.rank(), score.entropy());
    return Math.round(shading.shade(numbers) * SHADES);
  }
}
