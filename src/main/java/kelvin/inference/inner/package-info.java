/// Values from inside a model: hidden states, the vectors of tokens and gradients.
package kelvin.inference.inner;
