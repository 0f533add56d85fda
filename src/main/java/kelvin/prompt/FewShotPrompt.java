package kelvin.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A prompt that shows a task by examples and then asks for an answer (Brown et al., "Language
/// Models are Few-Shot Learners", 2020). With no shots it is zero-shot.
///
/// @param instruction a text at the beginning, followed by a separator; may be empty
/// @param shots the number of examples that are shown: the first ones that are not muted
/// @param question the input to answer
public record FewShotPrompt(
    String instruction, List<Example> examples, int shots, Layout layout, String question)
    implements ComposedPrompt {

  public FewShotPrompt {
    examples = List.copyOf(examples);
    if (shots < 0) {
      throw new IllegalArgumentException("shots must be 0 or more, was " + shots);
    }
  }

  /// The examples that are shown, in order.
  public List<Example> shown() {
    return used().stream().limit(shots).toList();
  }

  /// The examples that are not muted, in order. Only these can be shots.
  public List<Example> used() {
    return examples.stream().filter(Example::used).toList();
  }

  @Override
  public Composition composition() {
    return Composition.FEW_SHOT;
  }

  @Override
  public String render() {
    return String.join(layout.separator(), parts());
  }

  private List<String> parts() {
    var parts = new ArrayList<String>();
    if (!instruction.isEmpty()) {
      parts.add(instruction);
    }
    shown().forEach(example -> parts.add(layout.render(example)));
    parts.add(layout.renderQuestion(question));
    return parts;
  }

  /// The places in the text at which the shown examples begin, and then the question.
  public List<Integer> starts() {
    var starts = new ArrayList<Integer>();
    int place = 0;
    for (var part : parts()) {
      starts.add(place);
      place += part.length() + layout.separator().length();
    }
    return instruction.isEmpty() ? starts : starts.subList(1, starts.size());
  }

  @Override
  public String continuation(String answer) {
    return layout.gap(question) + answer;
  }

  @Override
  public String closedContinuation(String answer) {
    return continuation(answer) + layout.afterOutput() + layout.separator();
  }

  public FewShotPrompt withInstruction(String other) {
    return new FewShotPrompt(other, examples, shots, layout, question);
  }

  public FewShotPrompt withExamples(List<Example> others) {
    return new FewShotPrompt(instruction, others, shots, layout, question);
  }

  public FewShotPrompt withShots(int count) {
    return new FewShotPrompt(instruction, examples, count, layout, question);
  }

  public FewShotPrompt withLayout(Layout other) {
    return new FewShotPrompt(instruction, examples, shots, other, question);
  }

  /// Replaces the question.
  @Override
  public FewShotPrompt withInput(String other) {
    return new FewShotPrompt(instruction, examples, shots, layout, other);
  }

  /// Shuffles all examples, including the muted ones.
  public FewShotPrompt shuffled(long seed) {
    return withExamples(Shuffle.of(examples, seed));
  }

  /// Makes these examples the shots, in this order; the others follow them.
  ///
  /// @param order the examples' places among all, 0-based; none of them muted
  public FewShotPrompt arranged(List<Integer> order) {
    var arranged = new ArrayList<Example>();
    order.forEach(place -> arranged.add(examples.get(place)));
    for (int place = 0; place < examples.size(); place++) {
      if (!order.contains(place)) {
        arranged.add(examples.get(place));
      }
    }
    return new FewShotPrompt(instruction, arranged, order.size(), layout, question);
  }

  /// The places of the examples that are not muted, 0-based.
  public List<Integer> usedPlaces() {
    return IntStream.range(0, examples.size())
        .filter(place -> examples.get(place).used())
        .boxed()
        .toList();
  }

  /// Mutes one example and shows one shot fewer, so that no other example takes its place.
  ///
  /// @param index the example's place among all, 0-based
  public FewShotPrompt without(int index) {
    var others = new ArrayList<>(examples);
    others.set(index, others.get(index).withUsed(false));
    return new FewShotPrompt(instruction, others, Math.max(0, shots - 1), layout, question);
  }
}
