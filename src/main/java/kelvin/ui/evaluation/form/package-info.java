/// Turns what the user chose into the plan of an evaluation, and estimates its cost.
package kelvin.ui.evaluation.form;
