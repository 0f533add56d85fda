/// Generates token by token and shows the steps.
package kelvin.ui.generation;
