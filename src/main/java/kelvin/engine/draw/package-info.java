/// Draws the tokens of a text, one step after the other.
package kelvin.engine.draw;
