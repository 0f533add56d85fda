/// Reads the options that commands share and the files that they name.
package kelvin.cli.option;
