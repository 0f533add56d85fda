package kelvin.prompt.sweep;

import java.util.List;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;

/// One prompt of a sweep. A click on its point restores it.
///
/// @param name for display, such as `4 shots`
/// @param draw 0 for the given order; 1 and above for the shuffles
/// @param test the index of the test input, 0-based
/// @param order the shots' places among all examples of the prompt that is varied, 0-based
/// @param trial the whole prompt with its labels
public record Variant(String name, int draw, int test, List<Integer> order, Trial trial) {

  public Variant {
    order = List.copyOf(order);
  }

  public int shots() {
    return order.size();
  }

  /// The few-shot prompt of a trial.
  ///
  /// @throws IllegalArgumentException when the prompt is not few-shot
  static FewShotPrompt prompt(Trial trial) {
    if (trial.prompt() instanceof FewShotPrompt prompt) {
      return prompt;
    }
    throw new IllegalArgumentException("a sweep needs a prompt with examples");
  }

  /// Creates a variant with the examples of `base` in this order.
  static Variant arranged(String name, int draw, int test, List<Integer> order, Trial base) {
    return new Variant(name, draw, test, order, base.withPrompt(prompt(base).arranged(order)));
  }
}
