/// Keeps the results of proofs at length with a model, and words its faults.
package kelvin.onnx.proof;
