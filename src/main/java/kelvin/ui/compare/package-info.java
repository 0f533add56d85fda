/// Compares two prompts, each under its own sampling.
package kelvin.ui.compare;
