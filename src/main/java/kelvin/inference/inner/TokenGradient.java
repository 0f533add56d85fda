package kelvin.inference.inner;

/// The gradient of ln p(token) with respect to the vectors of a prompt's tokens.
///
/// @param gradients shape `(tokens, width)`, row after row
/// @param vectors the vectors themselves, in the same shape
/// @param logits at the last position, of the same run
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TokenGradient(float[] gradients, float[] vectors, float[] logits) {}
