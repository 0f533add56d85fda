/// Finds the parts of a language model in an ONNX graph by its structure, and adds outputs to it as
/// bytes.
package kelvin.onnx.surgery;
