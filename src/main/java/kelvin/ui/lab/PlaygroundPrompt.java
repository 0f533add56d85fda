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

  /// The prompt as it is shown, in whichever way it is composed, with its labels.
  Trial composed();

  /// Composes this prompt with its labels in the playground, as a change that can be undone.
  ///
  /// @param name of the change in the history, such as `prompt of a sweep`
  void restore(Trial wanted, String name);
}
