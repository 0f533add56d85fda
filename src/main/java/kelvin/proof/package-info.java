/// Proves that a model gives the same logits however its tokens are run, up to a length.
package kelvin.proof;
