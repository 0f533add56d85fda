/// Runs evaluations in the background and keeps their results.
package kelvin.ui.evaluation.run;
