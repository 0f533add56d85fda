/// Compares the models of both sides over a text: a strip, a table of positions, and totals.
package kelvin.ui.compare.text;
