/// Draws an evaluation as a figure, writes its numbers and saves both in files.
package kelvin.ui.evaluation.figure;
