package kelvin.ui.lab;

import kelvin.inference.StartToken;
import kelvin.prompt.Trial;

/// The lab's access to the playground: its composed prompt, and the prompt to restore there.
public interface PlaygroundPrompt {

  /// The few-shot prompt as it is now, with its labels and, if known, the right answer.
  Trial trial();

  /// Returns whether the prompt shown there is few-shot.
  boolean isFewShot();

  /// The rule for the start token before the prompt.
  StartToken startToken();

  /// Composes this prompt with its labels in the playground, as a change that can be undone.
  void restore(Trial wanted);
}
