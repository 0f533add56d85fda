/// Options of how tokens are drawn.
package kelvin.cli.option.drawing;
