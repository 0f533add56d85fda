package kelvin.engine;

/// A request that the model could not answer.
///
/// @param message a sentence for the user
/// @param tooLong whether the context has more tokens than the model takes
public record PredictionFailure(PredictionRequest request, String message, boolean tooLong)
    implements PredictionOutcome {

  /// A failure for another reason than the length of the context.
  public PredictionFailure(PredictionRequest request, String message) {
    this(request, message, false);
  }
}
