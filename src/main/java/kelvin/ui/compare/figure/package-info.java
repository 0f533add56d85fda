/// Saves comparisons of two models as figures and as numbers, and copies them as commands.
package kelvin.ui.compare.figure;
