package kelvin.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A prompt with the labels to be compared after it, and the right answer.
///
/// @param labels the labels as the task writes them, such as `positive`
/// @param answer the right one of `labels`; empty if nobody named one
/// @param closed whether a label is scored together with the text that ends it in the prompt, such
///     as a line break; if not, the probability of `1` includes that of `17`
public record Trial(
    ComposedPrompt prompt, List<String> labels, Optional<String> answer, boolean closed) {

  public Trial {
    labels = List.copyOf(labels);
  }

  /// Creates a trial. A right answer that is not among the labels is appended to them.
  public static Trial of(
      ComposedPrompt prompt, List<String> labels, Optional<String> answer, boolean closed) {
    var all = new ArrayList<>(labels);
    answer.filter(right -> !labels.contains(right)).ifPresent(all::add);
    return new Trial(prompt, all, answer, closed);
  }

  /// The texts of the labels as they follow directly after the prompt.
  public List<String> continuations() {
    return labels.stream()
        .map(label -> closed ? prompt.closedContinuation(label) : prompt.continuation(label))
        .toList();
  }

  /// The label whose text directly after the prompt is this one, without what ends it.
  public Optional<String> labelOf(String continuation) {
    return labels.stream()
        .filter(label -> prompt.continuation(label).equals(continuation))
        .findFirst();
  }

  /// The index of the right answer among the labels, 0-based.
  public OptionalInt answerIndex() {
    int index = answer.map(labels::indexOf).orElse(-1);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /// Replaces the prompt and keeps the labels.
  public Trial withPrompt(ComposedPrompt other) {
    return new Trial(other, labels, answer, closed);
  }

  /// Replaces the prompt's input and keeps the labels.
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
