package kelvin.experiment;

import java.util.Map;
import java.util.OptionalDouble;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;

/// The effect of each example of a prompt on the right answer.
///
/// @param answer the label whose log-probability changes, as displayed; empty while nothing is
///     known
/// @param changes for each example's place, 0-based: the log-probability with the example minus
///     that without it, nats; positive if it helps
public record ExampleEffects(FewShotPrompt prompt, String answer, Map<Integer, Double> changes) {

  public ExampleEffects {
    changes = Map.copyOf(changes);
  }

  /// The effect of the example that is now at a place; empty if the place held another example when
  /// the effects were measured.
  public OptionalDouble of(int place, Example example) {
    var change = changes.get(place);
    return change == null || !prompt.examples().get(place).equals(example)
        ? OptionalDouble.empty()
        : OptionalDouble.of(change);
  }
}
