/// Plots of an evaluation: how reliable shares are, what a threshold does, and what was taken for
/// what.
package kelvin.ui.plot.evaluation;
