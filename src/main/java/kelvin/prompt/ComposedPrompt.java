package kelvin.prompt;

import kelvin.inference.StartToken;

/// A prompt as the user composed it, in one of four ways.
///
/// The text of an answer can differ from its label: a layout that writes `A: {y}` leaves the space
/// to the answer, because a leading space belongs to the answer's first token.
public sealed interface ComposedPrompt
    permits FreePrompt, ZeroShotPrompt, FewShotPrompt, ChatPrompt {

  /// The way in which the prompt is composed.
  Composition composition();

  /// The prompt's text, exactly as the model gets it.
  String render();

  /// The rule for the start token before this prompt.
  ///
  /// @param chosen what the user chose; a prompt that brings its own start token does not follow it
  default StartToken startToken(StartToken chosen) {
    return chosen;
  }

  /// The text of an answer as it follows directly after `render()`.
  String continuation(String answer);

  /// The text of an answer with the text that ends it in this prompt, such as a line break. With
  /// its end, no answer is the beginning of another. Equals `continuation` if nothing ends an
  /// answer.
  String closedContinuation(String answer);

  /// Replaces the input, which is the whole text of a free prompt.
  ComposedPrompt withInput(String other);
}
