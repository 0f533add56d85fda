/// Finds places for the labels of plots, so that no two of them overlap.
package kelvin.ui.plot.placement;
