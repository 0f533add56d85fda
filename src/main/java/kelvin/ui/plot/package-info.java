/// Draws plots on a canvas or into a file; holds what all plots share.
package kelvin.ui.plot;
