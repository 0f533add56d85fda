/// The answers of the commands that draw a text again.
package kelvin.cli.output.replay;
