/// Walks over the nodes of a graph backwards and writes nodes for their derivatives.
package kelvin.onnx.gradient.tape;
