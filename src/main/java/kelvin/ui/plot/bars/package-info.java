/// Draws bars for tokens, for labels and for differences.
package kelvin.ui.plot.bars;
