/// Gives the exact probability that a text follows, over all ways to spell it in tokens.
package kelvin.engine.spelling;
