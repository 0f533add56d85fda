package kelvin.engine.label;

import java.util.List;
import kelvin.inference.StartToken;

/// Asks for the probability of each of several labels directly after a prompt.
///
/// @param labels the texts exactly as they follow the prompt, including a leading space
public record LabelQuestion(String prompt, List<String> labels, StartToken startToken) {

  public LabelQuestion {
    labels = List.copyOf(labels);
  }

  /// A question with the start token that the tokenizer adds.
  public LabelQuestion(String prompt, List<String> labels) {
    this(prompt, labels, StartToken.AUTO);
  }

  /// The same labels after another prompt.
  public LabelQuestion withPrompt(String other) {
    return new LabelQuestion(other, labels, startToken);
  }
}
