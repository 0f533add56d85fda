package kelvin.cli;

import kelvin.distribution.SamplingParameters;
import kelvin.engine.Prediction;

/// A picture to draw: the distribution of a prediction and its nucleus curve.
///
/// @param modelName for the title
/// @param width pixels
/// @param height pixels
public record Figure(
    Prediction prediction,
    SamplingParameters parameters,
    String modelName,
    int width,
    int height,
    boolean dark) {}
