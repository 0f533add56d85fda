/// Runs an ONNX graph on a server that speaks the Open Inference Protocol, version 2, such as
/// Triton or KServe. The graph's inputs, states and logits travel whole, so its numbers are those
/// of a run here.
package kelvin.remote.oip;
