/// Draws the results of sweeps.
package kelvin.ui.plot.sweep;
