/// Draws pairs of probabilities, those of two sides, row by row.
package kelvin.ui.plot.pair;
