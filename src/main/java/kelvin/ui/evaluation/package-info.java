/// Measures a prompt on data, and shows what came out.
package kelvin.ui.evaluation;
