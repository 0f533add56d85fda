/// Rows of models that tell only the most probable tokens.
package kelvin.engine.top;
