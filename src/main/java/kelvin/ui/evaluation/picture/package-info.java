/// Shows an evaluation in plots.
package kelvin.ui.evaluation.picture;
