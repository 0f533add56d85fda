package kelvin.engine.replay;

import java.util.List;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;

/// A generated text with all that made it: drawn again with the same model and settings, it is the
/// same.
///
/// @param context the tokens before the first step, at least one
/// @param settings those of every step
public record RecordedPath(
    List<Integer> context, Generation.Settings settings, List<GeneratedStep> steps) {

  public RecordedPath {
    context = List.copyOf(context);
    steps = List.copyOf(steps);
    if (context.isEmpty()) {
      throw new IllegalArgumentException("there is nothing before the first step");
    }
  }

  /// The generated tokens.
  public List<Integer> ids() {
    return steps.stream().map(GeneratedStep::id).toList();
  }

  public int[] contextArray() {
    return context.stream().mapToInt(Integer::intValue).toArray();
  }
}
