package kelvin.prompt;

/// A prompt as the user put it together, in one of three ways.
///
/// The text of an answer is not simply its label: a layout that writes `A: {y}` keeps the space
/// for the answer, because a leading space belongs to the answer's first token.
public sealed interface ComposedPrompt permits FreePrompt, ZeroShotPrompt, FewShotPrompt {

  /// The way that it is made.
  Composition composition();

  /// The prompt's text, exactly as the model gets it.
  String render();

  /// The text of an answer as it would stand directly after `render()`.
  String continuation(String answer);

  /// The same with what ends an answer in this prompt, such as a line break; then no answer is
  /// the beginning of another. The same as `continuation` where nothing ends an answer.
  String closedContinuation(String answer);

  /// The same about another input, which is the whole of a free text.
  ComposedPrompt withInput(String other);
}
