package kelvin.engine.sample;

import java.util.List;
import kelvin.engine.Generation;

/// Asks for many samples of what follows a context.
///
/// @param context the tokens before the samples, at least one
/// @param settings of all samples; its seed is that of the first, and each next one has the next
///     seed, so that one sample can be drawn again alone
/// @param count the number of samples, at least 1
public record SampleQuestion(List<Integer> context, Generation.Settings settings, int count) {

  public SampleQuestion {
    context = List.copyOf(context);
    if (context.isEmpty()) {
      throw new IllegalArgumentException("there is nothing before the samples");
    }
    if (count < 1) {
      throw new IllegalArgumentException("count must be 1 or more, was " + count);
    }
  }
}
