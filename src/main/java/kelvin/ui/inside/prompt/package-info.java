/// Shades the tokens of a prompt by values from inside the model. The second copy of the model that
/// this needs is opened when such a shading is chosen.
package kelvin.ui.inside.prompt;
