/// Makes figures and files of numbers of the map of tokens.
package kelvin.ui.inside.figure;
