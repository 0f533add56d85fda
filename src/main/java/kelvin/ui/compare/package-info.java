/// Compares the playground's prompt with a second one.
package kelvin.ui.compare;
