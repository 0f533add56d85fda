/// Keeps the results of first loads and of proofs at length with a model, and words its faults.
package kelvin.onnx.proof;
