/// Draws the cumulative curve with its cut and the needle of the draw.
package kelvin.ui.plot.curve;
