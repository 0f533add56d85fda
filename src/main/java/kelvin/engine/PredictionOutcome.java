package kelvin.engine;

/// The outcome of a request: an answer or a failure.
public sealed interface PredictionOutcome permits Prediction, PredictionFailure {

  /// The answered request.
  PredictionRequest request();
}
