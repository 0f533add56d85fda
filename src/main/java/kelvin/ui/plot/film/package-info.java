/// Draws films: probabilities against the temperature, and against the layers of a model.
package kelvin.ui.plot.film;
