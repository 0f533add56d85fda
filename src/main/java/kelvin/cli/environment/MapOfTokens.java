package kelvin.cli.environment;

import kelvin.engine.inside.TokenMap;
import kelvin.inference.inner.TokenVectors.Matrix;
import kelvin.text.Vocabulary;

/// A request for a figure of a map of tokens.
///
/// @param vocabulary the texts of the tokens
/// @param matrix that the vectors come from
/// @param modelName for the caption
public record MapOfTokens(TokenMap map, Vocabulary vocabulary, Matrix matrix, String modelName) {}
