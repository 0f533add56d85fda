/// Shows the next-token distribution: bars, plots, token details and search.
package kelvin.ui.distribution;
