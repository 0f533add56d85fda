package kelvin.ui.lab;

import kelvin.inference.StartToken;
import kelvin.prompt.Trial;

/// The playground as the lab sees it: what is composed there, and where a clicked point goes.
public interface PlaygroundPrompt {

  /// The few-shot prompt as it is composed now, with its labels and the right answer as far as the
  /// playground has them.
  Trial trial();

  /// Whether the prompt on show there is made of examples.
  boolean isFewShot();

  /// Whether a start token stands before the prompt.
  StartToken startToken();

  /// Composes this prompt with its labels in the playground, as an act that can be undone.
  void restore(Trial wanted);
}
