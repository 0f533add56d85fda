/// Shows the vectors of a model's tokens: the nearest tokens, sums, and a map of chosen ones.
package kelvin.ui.inside;
