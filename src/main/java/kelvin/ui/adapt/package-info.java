/// Draws comparisons of the ways to adapt a model.
package kelvin.ui.adapt;
