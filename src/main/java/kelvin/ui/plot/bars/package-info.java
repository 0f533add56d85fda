/// Draws bars: of tokens, of labels, and of differences.
package kelvin.ui.plot.bars;
