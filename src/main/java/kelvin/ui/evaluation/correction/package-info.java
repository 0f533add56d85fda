/// Fits corrections, a threshold and sets of labels on the train part, and judges them.
package kelvin.ui.evaluation.correction;
