/// Shows the prompt panel: the text, its tokens, and the editors of the three ways.
package kelvin.ui.prompt;
