/// Writes trees of paths as figures and as numbers.
package kelvin.ui.path.figure;
