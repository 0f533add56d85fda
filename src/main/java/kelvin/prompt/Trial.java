package kelvin.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A prompt with the labels to be compared after it, and the right answer.
///
/// @param labels the labels as the task writes them, such as `positive`, or with several
///     `Spellings`, such as `Yes|yes`
/// @param answer the right one of `labels`, also if it was given as one of its spellings; empty if
///     nobody named one
/// @param closed whether a label is scored together with the text that ends it in the prompt, such
///     as a line break; if not, the probability of `1` includes that of `17`
public record Trial(
    ComposedPrompt prompt, List<String> labels, Optional<String> answer, boolean closed) {

  public Trial {
    labels = List.copyOf(labels);
    var all = labels;
    answer = answer.map(right -> Spellings.find(all, right).orElse(right));
  }

  /// Creates a trial. A right answer that is not among the labels is appended to them.
  public static Trial of(
      ComposedPrompt prompt, List<String> labels, Optional<String> answer, boolean closed) {
    var all = new ArrayList<>(labels);
    answer
        .filter(right -> Spellings.find(labels, right).isEmpty())
        .map(Spellings::literal)
        .ifPresent(all::add);
    return new Trial(prompt, all, answer, closed);
  }

  /// The names of the labels: the first spelling of each.
  public List<String> names() {
    return Spellings.names(labels);
  }

  /// The name of the right answer.
  public Optional<String> answerName() {
    return answerIndex().isPresent() ? Optional.of(names().get(answerIndex().getAsInt())) : answer;
  }

  /// The texts of the labels' first spellings as they follow directly after the prompt.
  public List<String> continuations() {
    return spelledContinuations().stream().map(List::getFirst).toList();
  }

  /// The texts of all spellings of each label as they follow directly after the prompt.
  public List<List<String>> spelledContinuations() {
    return labels.stream()
        .map(label -> Spellings.of(label).stream().map(this::continuation).toList())
        .toList();
  }

  private String continuation(String spelling) {
    return closed ? prompt.closedContinuation(spelling) : prompt.continuation(spelling);
  }

  /// The label with a spelling whose text directly after the prompt is this one, without what ends
  /// it.
  public Optional<String> labelOf(String continuation) {
    return labels.stream()
        .filter(
            label ->
                Spellings.of(label).stream()
                    .anyMatch(spelling -> prompt.continuation(spelling).equals(continuation)))
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
