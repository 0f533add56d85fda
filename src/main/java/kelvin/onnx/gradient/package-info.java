/// Adds the gradient of a number to a graph, as nodes that run with it.
package kelvin.onnx.gradient;
