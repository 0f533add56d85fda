/// Draws the temperature film.
package kelvin.ui.plot.film;
