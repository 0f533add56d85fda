/// Runs several texts in one pass through a graph.
package kelvin.onnx.batch;
