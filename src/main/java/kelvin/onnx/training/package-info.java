/// Makes a graph trainable: which of its weights are trained, the loss of texts and its gradients
/// as added nodes, and the places of the weights in the files.
package kelvin.onnx.training;
