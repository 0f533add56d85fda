/// Draws many continuations of a context at once and counts them.
package kelvin.engine.sample;
