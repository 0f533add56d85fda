/// Shows the next-token distribution: bars, plots, details of a token, search.
package kelvin.ui.distribution;
