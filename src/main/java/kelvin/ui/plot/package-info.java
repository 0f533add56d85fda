/// Draws plots on a canvas or into a file; holds the parts that all plots share.
package kelvin.ui.plot;
