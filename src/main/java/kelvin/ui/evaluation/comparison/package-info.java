/// Compares an evaluation with others and with variants of its prompt.
package kelvin.ui.evaluation.comparison;
