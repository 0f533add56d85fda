/// Reads values from the inside of a model: hidden states, and the vectors of tokens.
package kelvin.engine.inside;
