package kelvin.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A prompt that shows a task by examples and then asks (Brown et al., "Language Models are
/// Few-Shot Learners", 2020). With no shots it is zero-shot.
///
/// @param instruction stands first, followed by a separator; may be empty
/// @param shots how many of the used examples are shown, from the first on
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

  /// The examples that are not muted, in order: those that can be shots.
  public List<Example> used() {
    return examples.stream().filter(Example::used).toList();
  }

  @Override
  public Composition composition() {
    return Composition.FEW_SHOT;
  }

  @Override
  public String render() {
    var parts = new ArrayList<String>();
    if (!instruction.isEmpty()) {
      parts.add(instruction);
    }
    shown().forEach(example -> parts.add(layout.render(example)));
    parts.add(layout.renderQuestion(question));
    return String.join(layout.separator(), parts);
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

  /// The same with another question.
  @Override
  public FewShotPrompt withInput(String other) {
    return new FewShotPrompt(instruction, examples, shots, layout, other);
  }

  /// The same with its examples in another order, those that are muted included.
  public FewShotPrompt shuffled(long seed) {
    return withExamples(Shuffle.of(examples, seed));
  }

  /// The same with these examples as its shots, in this order; the others follow behind them.
  ///
  /// @param order places among all examples, 0-based, none of them muted
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

  /// The same with one example muted; with one shot fewer, so that no other takes its place.
  ///
  /// @param index of all examples, 0-based
  public FewShotPrompt without(int index) {
    var others = new ArrayList<>(examples);
    others.set(index, others.get(index).withUsed(false));
    return new FewShotPrompt(instruction, others, Math.max(0, shots - 1), layout, question);
  }
}
