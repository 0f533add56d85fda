/// Draws the cumulative curve with its cut and its draw.
package kelvin.ui.plot.curve;
