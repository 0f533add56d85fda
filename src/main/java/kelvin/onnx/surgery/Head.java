package kelvin.onnx.surgery;

import java.util.List;

/// The head of a language model.
///
/// @param products the products with its matrix; several if the matrix is cut into parts
/// @param features the last hidden state, after the final norm
record Head(List<Node> products, String features) {}
