/// Plots of an evaluation: reliability, risk at a threshold, confusion and shares.
package kelvin.ui.plot.evaluation;
