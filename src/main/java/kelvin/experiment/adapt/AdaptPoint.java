package kelvin.experiment.adapt;

import java.util.List;
import kelvin.experiment.measure.Proportion;

/// One measured method with one draw of examples.
///
/// @param examples their number
/// @param seed of their draw
/// @param accuracy on the test part
/// @param logLoss the mean −ln share of the right label, in nats; ∞ where a right label has no
///     share
/// @param brier the Brier score, from 0 to 2
/// @param made of what
public record AdaptPoint(
    AdaptMethod method,
    int examples,
    long seed,
    Proportion accuracy,
    double logLoss,
    double brier,
    Costs costs,
    Made made) {

  /// The things that tell a point from the others of its comparison.
  ///
  /// @param examples their number
  /// @param seed of their draw
  public record Key(AdaptMethod method, int examples, long seed) {}

  public Key key() {
    return new Key(method, examples, seed);
  }

  /// The costs of a method.
  ///
  /// @param adaptSeconds the time before the first answer: inputs without content, features and
  ///     fits, training. Copies of the model that all share are opened before
  /// @param answerSeconds the mean time of an answer; the beginning that all prompts share is run
  ///     once
  /// @param bytes what has to be kept beside the model: prompts in UTF-8, fitted numbers as they
  ///     are stored
  public record Costs(double adaptSeconds, double answerSeconds, long bytes) {}

  /// The things that lead back to a point.
  ///
  /// @param shown the places of the examples in the data, in the order of the draw
  /// @param prompt with `{x}` in the place of the input; of an ensemble the first one
  /// @param shortened the number of inputs whose prompt was shortened to fit the context
  /// @param leftOut the number of inputs that were too long and left out
  public record Made(List<String> shown, String prompt, int shortened, int leftOut) {

    public Made {
      shown = List.copyOf(shown);
    }
  }
}
