/// Compares a second prompt with that of the playground.
package kelvin.ui.compare;
