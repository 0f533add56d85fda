package kelvin.ui.generation;

import kelvin.engine.GeneratedStep;
import kelvin.ui.text.TokenNumbers;

/// A generated token as the running text and the timeline show it.
///
/// @param draw the numbers of the draw
/// @param token the chosen token
/// @param numbers of the model's own distribution, like those of the prompt's tokens
/// @param description all numbers in words, including those of the draw
public record Step(
    GeneratedStep draw, Steps.Chosen token, TokenNumbers numbers, String description) {

  public int tokenId() {
    return draw.id();
  }

  /// The token with white space made visible.
  public String visibleText() {
    return token.visibleText();
  }
}
