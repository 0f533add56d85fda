package kelvin.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A prompt with the answers to be compared after it, and which of them is right.
///
/// @param labels the answers as the task writes them, such as `positive`
/// @param answer the right one, one of `labels`; none where nobody said
/// @param closed whether a label is scored with what ends it in the prompt, such as a line break;
///     else the probability of `1` holds that of `17`
public record Trial(
    ComposedPrompt prompt, List<String> labels, Optional<String> answer, boolean closed) {

  public Trial {
    labels = List.copyOf(labels);
  }

  /// A right answer that is no label becomes the last one.
  public static Trial of(
      ComposedPrompt prompt, List<String> labels, Optional<String> answer, boolean closed) {
    var all = new ArrayList<>(labels);
    answer.filter(right -> !labels.contains(right)).ifPresent(all::add);
    return new Trial(prompt, all, answer, closed);
  }

  /// The labels as they would stand directly after the prompt's text.
  public List<String> continuations() {
    return labels.stream()
        .map(label -> closed ? prompt.closedContinuation(label) : prompt.continuation(label))
        .toList();
  }

  /// The place of the right answer among the labels, 0-based.
  public OptionalInt answerIndex() {
    int index = answer.map(labels::indexOf).orElse(-1);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /// The same labels after another prompt.
  public Trial withPrompt(ComposedPrompt other) {
    return new Trial(other, labels, answer, closed);
  }

  /// The same labels after the same prompt about another input.
  public Trial withInput(String other) {
    return withPrompt(prompt.withInput(other));
  }

  public Trial withLabels(List<String> others, Optional<String> right) {
    return new Trial(prompt, others, right, closed);
  }

  public Trial withClosed(boolean ends) {
    return new Trial(prompt, labels, answer, ends);
  }
}
