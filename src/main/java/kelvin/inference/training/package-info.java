/// Lets a model be trained: gives its weights, and the gradients of a loss.
package kelvin.inference.training;
