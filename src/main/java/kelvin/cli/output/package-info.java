/// Prints the answers of commands as text, JSON and CSV.
package kelvin.cli.output;
