/// Shows probable mistakes in the prompt, with fixes and their measured effects.
package kelvin.ui.lint;
