package kelvin.experiment.adapt;

/// A method that could not be measured with some examples.
///
/// @param examples their number
/// @param seed of their draw
/// @param reason a sentence for the user
public record AdaptProblem(AdaptMethod method, int examples, long seed, String reason) {

  /// That of the point that it is about.
  AdaptPoint.Key key() {
    return new AdaptPoint.Key(method, examples, seed);
  }
}
