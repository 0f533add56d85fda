/// Expands all continuations of a context up to a number of tokens, the most probable ones first.
package kelvin.engine.expansion;
