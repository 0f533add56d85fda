/// Watches chosen tokens while the prompt changes.
package kelvin.ui.watch;
