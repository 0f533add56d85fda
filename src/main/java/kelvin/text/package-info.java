/// Shows tokens and bytes as readable text.
package kelvin.text;
