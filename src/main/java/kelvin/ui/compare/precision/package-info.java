/// Compares the exports in the folder of the playground's model over a text.
package kelvin.ui.compare.precision;
