package kelvin.workspace;

import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.chat.Chat;

/// The prompt in each of its four ways. The ways that are not chosen keep their work.
///
/// @param text as it was typed
/// @param zeroShot the task in words with its input
/// @param fewShot the examples with the test input
/// @param chat the turns with their switches; the text that a template makes of them belongs to a
///     model and is not kept
public record PromptSettings(
    Composition way,
    String text,
    ZeroShotPrompt zeroShot,
    FewShotPrompt fewShot,
    Chat chat,
    StartToken startToken) {

  /// A prompt without a chat of its own.
  public PromptSettings(
      Composition way,
      String text,
      ZeroShotPrompt zeroShot,
      FewShotPrompt fewShot,
      StartToken startToken) {
    this(way, text, zeroShot, fewShot, Chat.FIRST, startToken);
  }
}
