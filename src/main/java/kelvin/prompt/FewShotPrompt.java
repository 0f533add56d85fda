package kelvin.prompt;

import java.util.ArrayList;
import java.util.List;

/// A prompt that shows a task by examples and then asks (Brown et al., "Language Models are
/// Few-Shot Learners", 2020). With no shots it is zero-shot.
///
/// @param instruction stands first, followed by a separator; may be empty
/// @param shots how many of the used examples are shown, from the first on
/// @param question the input to answer
public record FewShotPrompt(
    String instruction, List<Example> examples, int shots, Layout layout, String question) {

  public FewShotPrompt {
    examples = List.copyOf(examples);
    if (shots < 0) {
      throw new IllegalArgumentException("shots must be 0 or more, was " + shots);
    }
  }

  /// The examples that are shown, in order.
  public List<Example> shown() {
    return examples.stream().filter(Example::used).limit(shots).toList();
  }

  /// The prompt's text, exactly as the model gets it.
  public String render() {
    var parts = new ArrayList<String>();
    if (!instruction.isEmpty()) {
      parts.add(instruction);
    }
    shown().forEach(example -> parts.add(layout.render(example)));
    parts.add(layout.renderQuestion(question));
    return String.join(layout.separator(), parts);
  }
}
