package kelvin.experiment;

import java.util.Map;
import java.util.OptionalDouble;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;

/// The effect of each example of a prompt on the right answer.
///
/// @param answer whose log-probability changes, as it is shown; empty while nothing is known
/// @param changes by the example's place, 0-based: the log-probability with it less that without
///     it, nats; positive where it helps
public record ExampleEffects(FewShotPrompt prompt, String answer, Map<Integer, Double> changes) {

  public ExampleEffects {
    changes = Map.copyOf(changes);
  }

  /// The effect of the example that stands at a place now; none where another one stood there.
  public OptionalDouble of(int place, Example example) {
    var change = changes.get(place);
    return change == null || !prompt.examples().get(place).equals(example)
        ? OptionalDouble.empty()
        : OptionalDouble.of(change);
  }
}
