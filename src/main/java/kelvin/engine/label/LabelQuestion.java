package kelvin.engine.label;

import java.util.List;
import kelvin.inference.StartToken;

/// How probable each of some texts is directly after a prompt.
///
/// @param labels the texts exactly as they stand behind the prompt, a leading space included
public record LabelQuestion(String prompt, List<String> labels, StartToken startToken) {

  public LabelQuestion {
    labels = List.copyOf(labels);
  }

  /// With the start token that the tokenizer adds.
  public LabelQuestion(String prompt, List<String> labels) {
    this(prompt, labels, StartToken.AUTO);
  }

  /// The same labels after another prompt.
  public LabelQuestion withPrompt(String other) {
    return new LabelQuestion(other, labels, startToken);
  }
}
