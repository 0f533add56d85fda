/// Draws chosen tokens on a plane that can be moved, enlarged and selected in.
package kelvin.ui.plot.map;
