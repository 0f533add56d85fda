package kelvin.prompt.sweep;

import java.util.List;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;

/// One prompt of a sweep: what to restore when its point is clicked.
///
/// @param name for people, such as `4 shots`
/// @param draw 0 for the order given, from 1 on for the shuffles
/// @param test which of the test inputs is asked about, 0-based
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
  /// @throws IllegalArgumentException when it is composed in another way
  static FewShotPrompt prompt(Trial trial) {
    if (trial.prompt() instanceof FewShotPrompt prompt) {
      return prompt;
    }
    throw new IllegalArgumentException("a sweep needs a prompt with examples");
  }

  /// Those of `base` in this order.
  static Variant arranged(String name, int draw, int test, List<Integer> order, Trial base) {
    return new Variant(name, draw, test, order, base.withPrompt(prompt(base).arranged(order)));
  }
}
