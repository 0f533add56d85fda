package kelvin.engine;

/// A request that the model could not answer.
///
/// @param message a sentence for the user
public record PredictionFailure(PredictionRequest request, String message)
    implements PredictionOutcome {}
