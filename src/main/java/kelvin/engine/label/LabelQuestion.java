package kelvin.engine.label;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.inference.StartToken;

/// Asks for the probability of each of several labels directly after a prompt.
///
/// @param labels the texts exactly as they follow the prompt, including a leading space; the first
///     spelling of each label
/// @param others the other spellings of each label; may be empty
public record LabelQuestion(
    String prompt, List<String> labels, StartToken startToken, List<List<String>> others) {

  public LabelQuestion {
    labels = List.copyOf(labels);
    others = others.stream().map(List::copyOf).toList();
  }

  /// A question about labels with one spelling each.
  public LabelQuestion(String prompt, List<String> labels, StartToken startToken) {
    this(prompt, labels, startToken, Collections.nCopies(labels.size(), List.of()));
  }

  /// A question about labels with several spellings.
  ///
  /// @param spelled the spellings of each label, at least one
  public static LabelQuestion joined(
      String prompt, List<List<String>> spelled, StartToken startToken) {
    return new LabelQuestion(
        prompt,
        spelled.stream().map(List::getFirst).toList(),
        startToken,
        spelled.stream().map(spellings -> spellings.subList(1, spellings.size())).toList());
  }

  /// All spellings of each label.
  public List<List<String>> spelled() {
    return IntStream.range(0, labels.size())
        .mapToObj(
            label ->
                Stream.concat(Stream.of(labels.get(label)), others.get(label).stream()).toList())
        .toList();
  }

  /// A question with the start token that the tokenizer adds.
  public LabelQuestion(String prompt, List<String> labels) {
    this(prompt, labels, StartToken.AUTO);
  }

  /// The same labels after another prompt.
  public LabelQuestion withPrompt(String other) {
    return new LabelQuestion(other, labels, startToken, others);
  }
}
