/// Writes comparisons of models.
package kelvin.cli.output.pair;
