/// Runs the commands of the command line and writes their text and JSON.
package kelvin.cli;
