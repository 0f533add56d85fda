/// Runs ONNX graphs with ONNX Runtime and proves at load that they are fed rightly.
package kelvin.onnx;
