/// Shows text with its tokens shaded.
package kelvin.ui.text;
