package kelvin.workspace;

import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.ZeroShotPrompt;

/// The prompt in each of its three ways. The ways that are not chosen keep their work.
///
/// @param text as it was typed
/// @param zeroShot the task in words with its input
/// @param fewShot the examples with the test input
public record PromptSettings(
    Composition way,
    String text,
    ZeroShotPrompt zeroShot,
    FewShotPrompt fewShot,
    StartToken startToken) {

  /// The text that the model gets.
  public String rendered() {
    return switch (way) {
      case TEXT -> text;
      case ZERO_SHOT -> zeroShot.render();
      case FEW_SHOT -> fewShot.render();
    };
  }
}
