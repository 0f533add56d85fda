package kelvin.cli;

import kelvin.distribution.SamplerChain;
import kelvin.engine.Prediction;
import kelvin.text.Vocabulary;

/// A picture to draw: the distribution of a prediction and its nucleus curve.
///
/// @param vocabulary the texts of the candidates
/// @param modelName for the title
/// @param width pixels
/// @param height pixels
public record Figure(
    Prediction prediction,
    Vocabulary vocabulary,
    SamplerChain chain,
    String modelName,
    int width,
    int height,
    boolean dark) {}
