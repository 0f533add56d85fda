package kelvin.ui.generation;

import kelvin.display.InformationUnit;
import kelvin.engine.GeneratedStep;
import kelvin.ui.text.TokenNumbers;

/// A generated token as the running text and the timeline show it.
///
/// @param draw the numbers of the draw
/// @param token the chosen token
/// @param numbers of the model's own distribution, like those of the prompt's tokens
public record Step(GeneratedStep draw, Steps.Chosen token, TokenNumbers numbers) {

  public int tokenId() {
    return draw.id();
  }

  /// All numbers in words, including those of the draw.
  ///
  /// @param unit of surprisal and entropy
  public String description(InformationUnit unit) {
    return Steps.describe(this, unit);
  }

  /// The token with white space made visible.
  public String visibleText() {
    return token.visibleText();
  }
}
