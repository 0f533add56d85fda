/// Plots a tree of paths: steps to the right, a row for each path.
package kelvin.ui.plot.tree;
