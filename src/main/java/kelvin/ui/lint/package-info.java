/// Shows what may be wrong with the prompt, with fixes and their measured effects.
package kelvin.ui.lint;
