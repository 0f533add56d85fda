/// What a model shows of itself to be trained: its weights, and the gradients of a loss.
package kelvin.inference.training;
