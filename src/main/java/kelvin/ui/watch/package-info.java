/// Follows chosen tokens wherever the prompt goes.
package kelvin.ui.watch;
