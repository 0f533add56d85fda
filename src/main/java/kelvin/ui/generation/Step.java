package kelvin.ui.generation;

import kelvin.engine.GeneratedStep;
import kelvin.ui.text.TokenNumbers;

/// A generated token as the strip shows it.
///
/// @param draw the numbers of the draw
/// @param token what was chosen
/// @param numbers of the model's own distribution, as those of the prompt's tokens
/// @param description all numbers, those of the draw too, in words
public record Step(
    GeneratedStep draw, Steps.Chosen token, TokenNumbers numbers, String description) {

  public int tokenId() {
    return draw.id();
  }

  /// The token for people.
  public String visibleText() {
    return token.visibleText();
  }
}
