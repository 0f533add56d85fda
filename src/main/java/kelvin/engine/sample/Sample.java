package kelvin.engine.sample;

import java.util.List;
import kelvin.engine.Generation;

/// A continuation that was drawn, with the number of times that it was.
///
/// @param ids its tokens, with the end-of-text token if it ended
/// @param text of its tokens; special ones have none
/// @param count the number of samples that are this one
/// @param seed the first seed that gave it
/// @param logProbability ln of the model's own joint probability of its tokens, at τ = 1, nats
/// @param logDrawn ln of the probability with which the settings draw it, nats; NaN if it depends
///     on the seed
public record Sample(
    List<Integer> ids,
    String text,
    int count,
    long seed,
    double logProbability,
    double logDrawn,
    Generation.Stop stop) {

  public Sample {
    ids = List.copyOf(ids);
  }

  /// The model's own probability.
  public double probability() {
    return StrictMath.exp(logProbability);
  }

  /// The probability with which the settings draw it; NaN if it depends on the seed.
  public double drawnProbability() {
    return StrictMath.exp(logDrawn);
  }
}
