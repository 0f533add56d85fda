/// Defines the commands of the command line.
package kelvin.cli;
