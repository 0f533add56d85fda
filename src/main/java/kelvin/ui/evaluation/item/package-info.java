/// Lists the items of an evaluation; each leads to its prompt.
package kelvin.ui.evaluation.item;
