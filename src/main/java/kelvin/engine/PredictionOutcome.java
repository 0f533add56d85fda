package kelvin.engine;

/// What became of a request.
public sealed interface PredictionOutcome permits Prediction, PredictionFailure {

  /// The request that it answers.
  PredictionRequest request();
}
